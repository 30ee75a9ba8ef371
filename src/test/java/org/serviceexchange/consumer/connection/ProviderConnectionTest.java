package org.serviceexchange.consumer.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class ProviderConnectionTest {

    private static final List<Finding> FINDINGS =
            List.of(new Problem(ProblemCode.KMF_NOT_OPERATIONAL, "Clock").finding());

    @Test
    void isOnboardedOnceBothDirectionsWereProbed() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeSent(TestConnections.KEY_ID);
        assertThat(connection.state()).isEqualTo(ConnectionState.ACTIVATING);
        connection.probeReceived(TestConnections.KEY_ID);
        assertThat(connection.state()).isEqualTo(ConnectionState.ONBOARDED);
    }

    @Test
    void isOnboardedWhicheverProbeComesFirst() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeReceived(TestConnections.KEY_ID);
        assertThat(connection.state()).isEqualTo(ConnectionState.ACTIVATING);
        connection.probeSent(TestConnections.KEY_ID);
        assertThat(connection.state()).isEqualTo(ConnectionState.ONBOARDED);
    }

    @Test
    void failsValidationWithFindingsAndIsValidatedWithoutThem() {
        ProviderConnection connection = TestConnections.opened();
        connection.checked(FINDINGS);
        assertThat(connection.state()).isEqualTo(ConnectionState.VALIDATION_FAILED);
        assertThat(connection.snapshot().findings()).isEqualTo(FINDINGS);
        connection.checked(List.of());
        assertThat(connection.state()).isEqualTo(ConnectionState.VALIDATED);
    }

    @Test
    void isNotSetBackByALateCheck() {
        ProviderConnection connection = TestConnections.claimed();
        connection.checked(FINDINGS);
        assertThat(connection.state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
    }

    @Test
    void wipesTheSecretOnceTheClaimIsAnswered() {
        ProviderConnection connection = TestConnections.claiming();
        connection.claimed(TestConnections.provider());
        assertThat(connection.snapshot().link().secret()).isNull();
        assertThat(connection.snapshot().link().expiresAt()).isEqualTo(TestConnections.EXPIRY);
    }

    @Test
    void wipesTheTokenOnceKeysAreAgreed() {
        ProviderConnection connection = TestConnections.authenticated();
        connection.keysAgreed(TestConnections.KEY_ID);
        assertThat(connection.snapshot().token()).isNull();
    }

    @Test
    void wipesTheTokenThatTheProviderNoLongerAccepts() {
        ProviderConnection connection = TestConnections.authenticated();
        connection.authorizationExpired();
        assertThat(connection.snapshot().token()).isNull();
        assertThat(connection.state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
    }

    @Test
    void takesANewerLinkBeforeTheClaim() {
        ProviderConnection connection = TestConnections.validated();
        connection.renewLink(TestConnections.inUse("hash-2"));
        assertThat(connection.snapshot().link().hash()).isEqualTo("hash-2");
        assertThat(connection.state()).isEqualTo(ConnectionState.VALIDATED);
    }

    @Test
    void claimsAgainWithALinkThatIsNewerThanTheClaim() {
        ProviderConnection connection = TestConnections.claimed();
        connection.renewLink(TestConnections.inUse("hash-2"));
        assertThat(connection.state()).isEqualTo(ConnectionState.CLAIMING);
        assertThat(connection.awaitsClaim()).isTrue();
    }

    @Test
    void keepsTheEarlierClaimWhenTheNewerLinkIsRefused() {
        ProviderConnection connection = TestConnections.claimed();
        connection.renewLink(TestConnections.inUse("hash-2"));
        assertThat(connection.keepEarlierClaim()).isTrue();
        assertThat(connection.state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(connection.snapshot().link().secret()).isNull();
    }

    @Test
    void hasNoEarlierClaimToKeepTheFirstTime() {
        assertThat(TestConnections.claiming().keepEarlierClaim()).isFalse();
    }

    @Test
    void doesNotTakeTheSameLinkAgain() {
        ProviderConnection connection = TestConnections.claimed();
        assertThat(connection.snapshot().wouldTake("hash-1")).isFalse();
        assertThatThrownBy(() -> connection.renewLink(TestConnections.inUse("hash-1")))
                .isInstanceOf(Problem.class);
    }

    @Test
    void choosesTheSameCompanyTwiceButNoOther() {
        ProviderConnection connection = TestConnections.claiming();
        connection.chooseCompany("CMP0001001");
        assertThatThrownBy(() -> connection.chooseCompany("CMP0001002"))
                .hasMessage("The provider connection PCN0001001 is not ready for this step; its state is Claiming"
                        + " Registration. Open the connection; its page says what comes next.");
    }

    @Test
    void forgetsEverySecretWhenItIsClosed() {
        ProviderConnection connection = TestConnections.authenticated();
        connection.close(LocalizedMessage.of("consumer.reason.cancelled"));
        assertThat(connection.state()).isEqualTo(ConnectionState.CLOSED_INCOMPLETE);
        assertThat(connection.snapshot().token()).isNull();
        assertThat(connection.snapshot().link().secret()).isNull();
        assertThat(connection.snapshot().reason()).isEqualTo(LocalizedMessage.of("consumer.reason.cancelled"));
    }

    @Test
    void staysOnboardedWhenSomethingLateClosesIt() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeSent(TestConnections.KEY_ID);
        connection.probeReceived(TestConnections.KEY_ID);
        connection.close(LocalizedMessage.of("consumer.reason.expired"));
        assertThat(connection.state()).isEqualTo(ConnectionState.ONBOARDED);
    }

    @Test
    void saysWhyAClosedConnectionDoesNotGoOn() {
        ProviderConnection connection = TestConnections.claiming();
        connection.close(LocalizedMessage.of("consumer.reason.cancelled"));
        assertThatThrownBy(() -> connection.claimed(TestConnections.provider()))
                .hasMessage(
                        "The provider connection PCN0001001 is closed (cancelled.). Ask the provider for a new link.");
    }

    @Test
    void takesNoApprovalOnceItIsClosed() {
        ProviderConnection connection = TestConnections.claiming();
        connection.approvals(known -> known);
        connection.close(LocalizedMessage.of("consumer.reason.cancelled"));
        assertThatThrownBy(() -> connection.approvals(known -> known))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CONNECTION_CLOSED));
    }

    @ParameterizedTest
    @MethodSource("shortcuts")
    void cannotBeLedPastAStep(ProviderConnection connection, Consumer<ProviderConnection> shortcut) {
        ConnectionState before = connection.state();
        assertThatThrownBy(() -> shortcut.accept(connection)).isInstanceOf(Problem.class);
        assertThat(connection.state()).isEqualTo(before);
    }

    static Stream<Arguments> shortcuts() {
        SealedToken token = new SealedToken(new byte[] {1}, TestConnections.EXPIRY);
        return Stream.of(
                shortcut(TestConnections.opened(), connection -> connection.chooseCompany("CMP0001001")),
                shortcut(TestConnections.validated(), connection -> connection.claimed(TestConnections.provider())),
                shortcut(TestConnections.claiming(), connection -> connection.authenticated(token)),
                shortcut(TestConnections.claimed(), connection -> connection.keysAgreed(TestConnections.KEY_ID)),
                shortcut(TestConnections.authenticated(), connection -> connection.probeSent(TestConnections.KEY_ID)),
                shortcut(
                        TestConnections.authenticated(),
                        connection -> connection.probeReceived(TestConnections.KEY_ID)));
    }

    private static Arguments shortcut(ProviderConnection connection, Consumer<ProviderConnection> shortcut) {
        return Arguments.of(connection, shortcut);
    }
}
