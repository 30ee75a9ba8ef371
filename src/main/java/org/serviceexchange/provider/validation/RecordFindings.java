package org.serviceexchange.provider.validation;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Findings;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores what the checks of a registration found. */
@Service
public class RecordFindings {

    private final Registrations registrations;
    private final Journal journal;

    public RecordFindings(Registrations registrations, Journal journal) {
        this.registrations = registrations;
        this.journal = journal;
    }

    /**
     * The findings that stand now; empty if another address was registered while the checks ran, for then they say
     * nothing. The journal gets an entry only if the findings changed.
     */
    @Transactional
    public Optional<List<Finding>> record(String number, String consumerUrl, List<Finding> found) {
        Registration registration = registrations.lock(number);
        if (!registration.request().consumerUrl().equals(consumerUrl)) {
            return Optional.empty();
        }
        List<Finding> before = registration.snapshot().findings();
        RegistrationState stateBefore = registration.state();
        registration.checked(found);
        List<Finding> findings = registration.snapshot().findings();
        if (!findings.equals(before)) {
            journal.workNote(
                    number,
                    Journal.SYSTEM,
                    Findings.note(findings, "provider.note.prerequisitesPass", "provider.note.prerequisitesDoNotPass"));
        }
        if (!findings.equals(before) || registration.state() != stateBefore) {
            registrations.save(registration);
        }
        return Optional.of(findings);
    }
}
