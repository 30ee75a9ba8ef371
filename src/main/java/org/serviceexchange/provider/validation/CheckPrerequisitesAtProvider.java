package org.serviceexchange.provider.validation;

import java.util.List;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.store.ChangedMeanwhile;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.stereotype.Service;

/** Runs the pre-onboarding checks of a registration and stores their findings. */
@Service
public class CheckPrerequisitesAtProvider {

    private final Registrations registrations;
    private final RegistrationPrerequisites prerequisites;
    private final RecordFindings recordFindings;

    public CheckPrerequisitesAtProvider(
            Registrations registrations, RegistrationPrerequisites prerequisites, RecordFindings recordFindings) {
        this.registrations = registrations;
        this.prerequisites = prerequisites;
        this.recordFindings = recordFindings;
    }

    /**
     * Runs the checks; the recording gives their findings, none if the registration may be opened. If the address was
     * corrected while they ran, they run again.
     */
    public Recording<List<Finding>> check(String number) {
        Registration registration = registrations.get(number);
        List<Finding> found = prerequisites.check(registration);
        return () -> recordFindings
                .record(number, registration.request().consumerUrl(), found)
                .orElseThrow(() -> new ChangedMeanwhile(number));
    }
}
