package org.serviceexchange.provider.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serviceexchange.provider.TestRegistrations.CONTACT;
import static org.serviceexchange.provider.TestRegistrations.EXPIRY;
import static org.serviceexchange.provider.TestRegistrations.KEY;
import static org.serviceexchange.provider.TestRegistrations.NOW;
import static org.serviceexchange.provider.TestRegistrations.URL;
import static org.serviceexchange.provider.TestRegistrations.claim;
import static org.serviceexchange.provider.TestRegistrations.claimed;
import static org.serviceexchange.provider.TestRegistrations.consented;
import static org.serviceexchange.provider.TestRegistrations.keyed;
import static org.serviceexchange.provider.TestRegistrations.link;
import static org.serviceexchange.provider.TestRegistrations.open;
import static org.serviceexchange.provider.TestRegistrations.probed;
import static org.serviceexchange.provider.TestRegistrations.requested;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class RegistrationTest {

    private static final Finding FINDING = new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding();

    @Test
    void awaitsValidationAtFirst() {
        assertThat(requested().state()).isEqualTo(RegistrationState.AWAITING_VALIDATION);
    }

    @Test
    void doesNotOpenBeforeItWasChecked() {
        Registration registration = requested();
        refuses(ProblemCode.LINK_NOT_OPEN, () -> registration.open(link("hash")));
        registration.checked(List.of());
        registration.checked(List.of(FINDING));
        refuses(ProblemCode.LINK_NOT_OPEN, () -> registration.open(link("hash")));
    }

    @Test
    void doesNotOpenWhenItChangedAfterItWasChecked() {
        Registration registration = requested();
        registration.checked(List.of());
        registration.correctAddress("https://other.example.com");
        refuses(ProblemCode.LINK_NOT_OPEN, () -> registration.open(link("hash")));
    }

    @Test
    void failsValidationWhileAFindingStands() {
        Registration registration = requested();
        registration.checked(List.of(FINDING));
        assertThat(registration.state()).isEqualTo(RegistrationState.VALIDATION_FAILED);
        refuses(ProblemCode.LINK_NOT_OPEN, () -> registration.open(link("hash")));
    }

    @Test
    void opensOnceTheFindingIsGone() {
        Registration registration = requested();
        registration.checked(List.of(FINDING));
        registration.checked(List.of());
        registration.open(link("hash"));
        assertThat(registration.state()).isEqualTo(RegistrationState.OPEN);
    }

    @Test
    void staysOpenWhenCheckedAgain() {
        Registration registration = open();
        registration.checked(List.of(FINDING));
        assertThat(registration.state()).isEqualTo(RegistrationState.OPEN);
        assertThat(registration.snapshot().findings()).isEmpty();
    }

    @Test
    void keepsTheFirstClaimOfTheSameConsumer() {
        Registration registration = claimed();
        Claim before = registration.claim().orElseThrow();
        registration.claimed(claim("thumbprint"), URL, NOW);
        assertThat(registration.claim()).containsSame(before);
    }

    @Test
    void refusesAnotherConsumer() {
        refuses(ProblemCode.LINK_CLAIMED_BY_ANOTHER, () -> claimed().claimed(claim("other"), URL, NOW));
    }

    @Test
    void refusesAClaimFromAnotherUrl() {
        refuses(
                ProblemCode.CONSUMER_URL_DIFFERS,
                () -> open().claimed(claim("thumbprint"), "https://elsewhere.example.com", NOW));
    }

    @Test
    void refusesAnExpiredLink() {
        refuses(ProblemCode.LINK_EXPIRED, () -> open().claimed(claim("thumbprint"), URL, EXPIRY));
    }

    @Test
    void refusesAClaimBeforeTheLinkIsMade() {
        refuses(ProblemCode.LINK_NOT_OPEN, () -> requested().claimed(claim("thumbprint"), URL, NOW));
    }

    @Test
    void refusesAnyoneButTheContactAndStaysUnharmed() {
        Registration registration = claimed();
        RegistrationSnapshot before = registration.snapshot();
        assertThatThrownBy(() -> registration.contactMatched(new Decision("mallory", NOW)))
                .hasMessage("You are logged in as m***, but this registration is for another person (c***)."
                        + " Switch account and log in as the contact of this registration.");
        assertThat(registration.snapshot()).isSameAs(before);
    }

    @Test
    void refusesConsentWithoutMatch() {
        refuses(ProblemCode.AUTHORIZATION_REFUSED, () -> claimed().consented(new Decision(CONTACT, NOW)));
    }

    @Test
    void refusesConsentOfAnyoneElse() {
        Registration registration = claimed();
        registration.contactMatched(new Decision(CONTACT, NOW));
        refuses(ProblemCode.WRONG_USER, () -> registration.consented(new Decision("mallory", NOW)));
    }

    @Test
    void refusesKeysWithoutConsent() {
        Registration registration = claimed();
        registration.contactMatched(new Decision(CONTACT, NOW));
        refuses(ProblemCode.AUTHORIZATION_REFUSED, () -> registration.keysAgreed("CCN0001001", KEY));
    }

    @Test
    void refusesActivationWithoutKeys() {
        refuses(ProblemCode.PEER_NOT_READY, () -> consented().activate());
    }

    @Test
    void refusesActivationUntilBothDirectionsAreProved() {
        Registration received = keyed();
        received.probeReceived(KEY, NOW);
        refuses(ProblemCode.PEER_NOT_READY, received::activate);
        Registration sent = keyed();
        sent.probeSent(KEY, NOW);
        refuses(ProblemCode.PEER_NOT_READY, sent::activate);
    }

    @Test
    void refusesAProbeUnderOtherKeys() {
        refuses(ProblemCode.PEER_NOT_READY, () -> keyed().probeReceived("key-2", NOW));
    }

    @Test
    void provesNothingWithReplacedKeys() {
        Registration registration = probed();
        registration.keysAgreed("CCN0001001", "key-2");
        refuses(ProblemCode.PEER_NOT_READY, registration::activate);
    }

    @Test
    void closesCompleteWhenAllIsProved() {
        Registration registration = probed();
        registration.activate();
        registration.activate();
        assertThat(registration.state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
        assertThat(registration.link()).isEmpty();
        refuses(ProblemCode.REGISTRATION_CLOSED, () -> registration.close(ClosingReason.CANCELLED));
    }

    @Test
    void forgetsTheConsumerWithTheOldLink() {
        Registration registration = probed();
        registration.renewLink(link("new"));
        assertThat(registration.claim()).isEmpty();
        assertThat(registration.connection()).isEmpty();
        refuses(ProblemCode.PEER_NOT_READY, registration::activate);
        registration.claimed(claim("other"), URL, NOW);
        assertThat(registration.claim()).map(Claim::thumbprint).hasValue("other");
    }

    @Test
    void suspendsAfterFiveFailures() {
        Registration registration = consented();
        for (int failure = 1; failure < 5; failure++) {
            assertThat(registration.exchangeFailed()).isFalse();
        }
        assertThat(registration.exchangeFailed()).isTrue();
        refuses(ProblemCode.EXCHANGE_SUSPENDED, () -> registration.keysAgreed("CCN0001001", KEY));
        registration.renewLink(link("new"));
        assertThat(registration.snapshot().suspended()).isFalse();
    }

    @Test
    void closesIncompleteWithTheFirstReason() {
        Registration registration = claimed();
        registration.close(ClosingReason.EXPIRED);
        registration.close(ClosingReason.CANCELLED);
        assertThat(registration.snapshot().closingReason()).isEqualTo(ClosingReason.EXPIRED);
        assertThat(registration.link()).isEmpty();
        assertThatThrownBy(() -> registration.renewLink(link("new")))
                .hasMessage(
                        "The registration REG0001001 has no link that could be sent again; its state is"
                                + " Closed Incomplete: expired. Wait until the prerequisites pass, or start a new registration.");
    }

    private static void refuses(ProblemCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
        assertThatThrownBy(action)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
