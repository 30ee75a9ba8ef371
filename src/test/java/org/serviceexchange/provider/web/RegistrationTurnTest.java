package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationSnapshot;

class RegistrationTurnTest {

    @Test
    void isThisInstancesWhileItChecks() {
        says(TestRegistrations.requested(), PendingOn.SYSTEM, "Nobody: this instance goes on by itself");
    }

    @Test
    void isAnAdminsWhenChecksFailed() {
        Registration registration = TestRegistrations.requested();
        registration.checked(List.of(new Problem(ProblemCode.BASE_URL_NOT_SET).finding()));
        says(registration, PendingOn.US, "An admin of this instance");
        assertThat(registration.snapshot().failed()).isTrue();
    }

    @Test
    void isTheContactsUntilTheContactConsented() {
        says(TestRegistrations.open(), PendingOn.THEM, "The contact Abel Tuter");
        says(TestRegistrations.claimed(), PendingOn.THEM, "The contact Abel Tuter");
        says(TestRegistrations.consented(), PendingOn.SYSTEM, "Nobody: the two instances go on by themselves");
    }

    @Test
    void isAnAdminsUntilALinkThatNoEMailBroughtWasSent() {
        Registration registration = TestRegistrations.open();
        registration.linkUnsent(true);
        says(registration, PendingOn.US, "An admin of this instance");
        assertThat(RegistrationInWords.next(registration.snapshot()).inDefault())
                .isEqualTo("Send the link");
        registration.linkUnsent(false);
        says(registration, PendingOn.THEM, "The contact Abel Tuter");
    }

    @Test
    void isTheContactsOnceAConsumerClaimedThoughNobodySaidThatTheLinkWasSent() {
        Registration registration = TestRegistrations.open();
        registration.linkUnsent(true);
        registration.claimed(
                TestRegistrations.claim("thumbprint"),
                registration.request().consumerUrl(),
                registration.request().at());
        says(registration, PendingOn.THEM, "The contact Abel Tuter");
    }

    @Test
    void isAnAdminsWhenTheKeyExchangeIsSuspended() {
        Registration registration = TestRegistrations.consented();
        for (int time = 0; time < KeyAgreement.FAILURES_UNTIL_SUSPENSION; time++) {
            assertThat(registration.snapshot().suspended()).isFalse();
            registration.exchangeFailed();
        }
        says(registration, PendingOn.US, "An admin of this instance");
        assertThat(registration.snapshot().failed()).isTrue();
    }

    @Test
    void isNobodysAtTheEnd() {
        Registration failed = TestRegistrations.open();
        failed.close(ClosingReason.FAILED);
        says(failed, PendingOn.NOBODY, "Nobody: it is closed");
        assertThat(failed.snapshot().failed()).isTrue();
        assertThat(TestRegistrations.cancelled().snapshot().failed()).isFalse();
    }

    @Test
    void isNotSaidToHaveEndedWhenTheConnectionIsComplete() {
        Registration complete = TestRegistrations.probed();
        complete.activate();
        says(complete, PendingOn.NOBODY, "Nobody: the connection is complete");
        assertThat(RegistrationGuide.forContact(complete.snapshot()).who().inDefault())
                .isEqualTo("Nobody: you are connected");
    }

    @Test
    void isToldWithTheStateInEveryLanguage() {
        RegistrationSnapshot snapshot = TestRegistrations.cancelled().snapshot();
        assertThat(snapshot.label().inDefault()).isEqualTo("Closed Incomplete: cancelled");
        assertThat(snapshot.label().in(Locale.GERMAN)).isEqualTo("Unvollständig abgeschlossen: abgebrochen");
    }

    private static void says(Registration registration, PendingOn pendingOn, String who) {
        assertThat(registration.snapshot().pendingOn()).isEqualTo(pendingOn);
        assertThat(RegistrationInWords.who(registration.snapshot(), "Abel Tuter")
                        .inDefault())
                .isEqualTo(who);
    }
}
