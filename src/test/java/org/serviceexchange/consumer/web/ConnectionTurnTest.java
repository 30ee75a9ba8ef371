package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.center.CaseGuide;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnectionPages;
import org.serviceexchange.consumer.connection.ProviderConnectionPages.Listed;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.platform.engine.ProcessDiagram;
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

    @Test
    void callsAnApprovalInTheReadersLanguage() {
        ProviderConnection connection = TestConnections.validated();
        connection.approvals(known -> new Approvals(List.of(new Approval(
                "userTask_legal", "Ask legal", "", ApprovalPlace.CLAIM, false, TestConnections.NOW, null))));
        ProviderConnectionPages pages = mock();
        when(pages.listed(List.of(TestConnections.NUMBER)))
                .thenReturn(List.of(new Listed(connection.snapshot(), "Ada Admin", TestConnections.NOW)));
        ProcessDiagram diagram = mock();
        when(diagram.labelled("Ask legal")).thenReturn(language -> "Recht fragen");
        var listed = new ConnectionCases()
                .connectionsAsCases(mock(), pages, diagram)
                .read()
                .apply(List.of(TestConnections.NUMBER));
        assertThat(listed.get(TestConnections.NUMBER).who().in(Locale.GERMAN)).contains("„Recht fragen“");
    }

    @Test
    void thePageOfWhatTheProviderHasLostNamesWhoeverTheCardNames() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeReceived(TestConnections.KEY_ID);
        connection.probeSent(TestConnections.KEY_ID);
        assertThat(ConnectionGuide.of(connection.snapshot(), Optional.empty())
                        .who()
                        .inDefault())
                .isEqualTo("Nobody");
        connection.warned(LocalizedMessage.of("consumer.reason.lostAtProvider"));
        says(connection, PendingOn.US, "An admin of this instance");
        CaseGuide guide = ConnectionGuide.of(connection.snapshot(), Optional.empty());
        assertThat(guide.who().inDefault()).isEqualTo("An admin of this instance");
        assertThat(guide.now().inDefault()).contains("the provider has lost it");
    }

    @Test
    void thePageDoesNotPromiseToReplaceWhatTheProviderMayHaveStill() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeReceived(TestConnections.KEY_ID);
        connection.probeSent(TestConnections.KEY_ID);
        connection.warned(LivingProviders.KEYS_GONE);
        says(connection, PendingOn.US, "An admin of this instance");
        CaseGuide guide = ConnectionGuide.of(connection.snapshot(), Optional.empty());
        assertThat(guide.who().inDefault()).isEqualTo("An admin of this instance");
        assertThat(guide.now().inDefault()).contains("knows none of its keys");
        assertThat(guide.next().inDefault()).contains("asked for its state").doesNotContain("replace");
    }

    @Test
    void thePageNamesWhatWaitsHereAlthoughTheStateDoesNotSaySo() {
        LocalizedMessage task = LocalizedMessage.of("center.turn.task", "Ask legal");
        assertThat(ConnectionGuide.of(TestConnections.authenticated().snapshot(), Optional.of(task))
                        .who())
                .isEqualTo(task);
    }

    private static void says(ProviderConnection connection, PendingOn pendingOn, String who) {
        assertThat(connection.snapshot().pendingOn())
                .as("%s", connection.state())
                .isEqualTo(pendingOn);
        assertThat(ConnectionInWords.who(connection.snapshot(), "Acme-Provider").inDefault())
                .isEqualTo(who);
    }
}
