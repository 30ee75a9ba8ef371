package org.serviceexchange.provider.validation;

import java.util.List;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Runs the pre-onboarding checks of a registration and stores their findings. */
@Service
public class CheckPrerequisitesAtProvider {

    private final Registrations registrations;
    private final RegistrationPrerequisites prerequisites;
    private final Journal journal;

    public CheckPrerequisitesAtProvider(
            Registrations registrations, RegistrationPrerequisites prerequisites, Journal journal) {
        this.registrations = registrations;
        this.prerequisites = prerequisites;
        this.journal = journal;
    }

    /**
     * Runs the checks; the recording gives their findings, none if the registration may be opened. The journal gets an
     * entry only if the findings changed.
     */
    public Recording<List<Finding>> check(String number) {
        Registration registration =
                registrations.find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
        List<Finding> found = prerequisites.check(registration);
        return () -> checked(number, found);
    }

    private List<Finding> checked(String number, List<Finding> found) {
        Registration registration = registrations.lock(number);
        List<Finding> before = registration.snapshot().findings();
        RegistrationState stateBefore = registration.state();
        registration.checked(found);
        List<Finding> findings = registration.snapshot().findings();
        if (!findings.equals(before)) {
            journal.workNote(number, Journal.SYSTEM, note(findings));
        }
        if (!findings.equals(before) || registration.state() != stateBefore) {
            registrations.save(registration);
        }
        return findings;
    }

    private static LocalizedMessage note(List<Finding> findings) {
        return findings.isEmpty()
                ? LocalizedMessage.of("provider.note.prerequisitesPass")
                : LocalizedMessage.of(
                        "provider.note.prerequisitesDoNotPass",
                        findings.stream().map(Finding::line).toList());
    }
}
