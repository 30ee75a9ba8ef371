package org.serviceexchange.provider.validation;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
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
     * The findings, empty if the registration may be opened. The checks call the mail server and the consumer, so the
     * registration is locked only afterwards; if its address was corrected meanwhile, they run again.
     */
    public List<Finding> check(String number) {
        Optional<List<Finding>> findings;
        do {
            Registration registration =
                    registrations.find(number).orElseThrow(() -> new Problem(ProblemCode.REGISTRATION_UNKNOWN, number));
            List<Finding> found = prerequisites.check(registration);
            findings = recordFindings.record(number, registration.request().consumerUrl(), found);
        } while (findings.isEmpty());
        return findings.get();
    }
}
