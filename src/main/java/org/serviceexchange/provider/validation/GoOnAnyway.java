package org.serviceexchange.provider.validation;

import java.time.Clock;
import java.util.List;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An admin decides to go on although the consumer instance could not be checked; other findings still stand. */
@Service
public class GoOnAnyway {

    private final Registrations registrations;
    private final Waivers waivers;
    private final Journal journal;
    private final Clock clock;

    public GoOnAnyway(Registrations registrations, Waivers waivers, Journal journal, Clock clock) {
        this.registrations = registrations;
        this.waivers = waivers;
        this.journal = journal;
        this.clock = clock;
    }

    /** Whether there is something that an admin may decide to go on with. */
    public static boolean isOffered(List<Finding> findings) {
        return findings.stream().anyMatch(finding -> ConsumerCheck.isWaivable(finding.code()));
    }

    /**
     * Records the decision, which counts for the address that is registered now; the next check respects it. A
     * {@code GOING_ON_NOT_OFFERED} problem if no such finding stands.
     */
    @Transactional
    public void decide(String number, String admin) {
        Registration registration = registrations.lock(number);
        List<Finding> findings = registration.snapshot().findings();
        if (registration.state() != RegistrationState.VALIDATION_FAILED || !isOffered(findings)) {
            throw new Problem(ProblemCode.GOING_ON_NOT_OFFERED, number);
        }
        findings.stream()
                .filter(finding -> ConsumerCheck.isWaivable(finding.code()))
                .forEach(finding -> keep(registration, finding, admin));
    }

    /** Records the decision for a finding about the address of a locked registration. */
    void keep(Registration registration, Finding finding, String admin) {
        String number = registration.number();
        waivers.keep(new Waiver(number, registration.request().consumerUrl(), admin, clock.instant()));
        journal.workNote(number, admin, LocalizedMessage.of("provider.note.goingOn", finding.cause()));
    }
}
