package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class ConnectionTurnTest {

    @Test
    void isOursWhilePeopleHereHaveToAct() {
        ProviderConnection failed = TestConnections.opened();
        failed.checked(List.of(new Problem(ProblemCode.BASE_URL_NOT_SET).finding()));
        says(failed, PendingOn.US, "An admin of this instance");
        says(TestConnections.validated(), PendingOn.US, "An admin of this instance");
        says(
                TestConnections.claimed(),
                PendingOn.US,
                "The contact who received the link, as an admin of this instance");
    }

    @Test
    void isNobodysWhileItMovesByItself() {
        for (ProviderConnection connection : List.of(
                TestConnections.opened(),
                TestConnections.claiming(),
                TestConnections.authenticated(),
                TestConnections.withKeys())) {
            says(connection, PendingOn.SYSTEM, "Nobody: this instance goes on by itself");
        }
    }

    @Test
    void isTheProvidersWhenOnlyItsTestIsMissing() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeSent(TestConnections.KEY_ID);
        says(connection, PendingOn.THEM, "The provider Acme-Provider");
    }

    @Test
    void isNobodysAtTheEnd() {
        ProviderConnection connection = TestConnections.opened();
        connection.close(LocalizedMessage.of("consumer.reason.cancelled"));
        says(connection, PendingOn.NOBODY, "Nobody: it has ended");
        assertThat(connection.snapshot().due()).isEmpty();
    }

    @Test
    void countsTheLinkOnlyWhileAPersonIsStillToUseIt() {
        assertThat(TestConnections.claimed().snapshot().due()).hasValue(TestConnections.EXPIRY);
        assertThat(TestConnections.withKeys().snapshot().due()).isEmpty();
    }

    private static void says(ProviderConnection connection, PendingOn pendingOn, String who) {
        assertThat(connection.snapshot().pendingOn())
                .as("%s", connection.state())
                .isEqualTo(pendingOn);
        assertThat(ConnectionInWords.who(connection.snapshot(), "Acme-Provider").inDefault())
                .isEqualTo(who);
    }
}
