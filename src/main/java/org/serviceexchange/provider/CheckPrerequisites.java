package org.serviceexchange.provider;

import java.util.List;
import java.util.stream.Collectors;
import org.serviceexchange.journal.Journal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Runs the pre-onboarding checks of a registration and keeps what they found. */
@Service
public class CheckPrerequisites {

    private final Registrations registrations;
    private final PreOnboardingChecks checks;
    private final Journal journal;

    CheckPrerequisites(Registrations registrations, PreOnboardingChecks checks, Journal journal) {
        this.registrations = registrations;
        this.checks = checks;
        this.journal = journal;
    }

    /** What stands in the way, nothing if the registration may be opened. The journal notes only what changed. */
    @Transactional
    public List<Finding> check(String number) {
        Registration registration = registrations.lock(number);
        List<Finding> before = registration.facts().findings();
        RegistrationState stateBefore = registration.state();
        registration.prerequisitesChecked(checks.run(registration));
        List<Finding> findings = registration.facts().findings();
        if (!findings.equals(before)) {
            journal.workNote(number, Journal.SYSTEM, note(findings));
        }
        if (!findings.equals(before) || registration.state() != stateBefore) {
            registrations.save(registration);
        }
        return findings;
    }

    private static String note(List<Finding> findings) {
        if (findings.isEmpty()) {
            return "All prerequisites pass now.";
        }
        return findings.stream()
                .map(Finding::sentence)
                .collect(Collectors.joining("\n", "Prerequisites do not pass yet:\n", ""));
    }
}
