package org.serviceexchange.provider.registration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.provider.TestRegistrations;

class RegistrationRequestTest {

    /** Whoever is asked before the checks decides about what is recorded then. */
    @Test
    void aChangeGoesOnWhileSomebodyIsAskedBeforeTheChecks() {
        Approval early = Approval.required("userTask_approve", "Approve", "", ApprovalPlace.LINK, false);
        Registration registration = TestRegistrations.requested();
        registration.approvals(known -> known.asked(early, TestRegistrations.NOW));
        Approvals before = registration.snapshot().progress().approvals();
        registration.correctAddress("https://other.example.com");
        registration.contactChanged("globex", "mia");
        assertThat(registration.request().companyId()).isEqualTo("globex");
        assertThat(registration.snapshot().progress().approvals()).isEqualTo(before);
    }
}
