package org.serviceexchange.consumer.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.consumer.InMemoryProviderConnections;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeSubjects.Cared;
import org.serviceexchange.platform.message.LocalizedMessage;

class ConnectionNoticesTest {

    private final InMemoryProviderConnections connections = new InMemoryProviderConnections();
    private final ConnectionNotices notices = new ConnectionNotices(connections);

    @Test
    void tellsOfAConnectionThatIsCompleteAndNotOfOneThatIsHalf() {
        ProviderConnection connection = TestConnections.withKeys();
        connection.probeSent(TestConnections.KEY_ID);
        connections.add(connection);
        assertThat(kind(LocalizedMessage.of("consumer.note.outboundActive"))).isNull();
        connection.probeReceived(TestConnections.KEY_ID);
        connections.save(connection);
        assertThat(kind(LocalizedMessage.of("consumer.note.inboundActive"))).isEqualTo(NoticeKind.ONBOARDED);
    }

    @Test
    void tellsOfEndsByWhoCausedThem() {
        LocalizedMessage refused = LocalizedMessage.of("consumer.reason.refused", "no");
        assertThat(closed(refused)).isEqualTo(NoticeKind.REFUSED);
        assertThat(closed(byProvider(PeerReason.DECLINED))).isEqualTo(NoticeKind.DECLINED);
        assertThat(closed(byProvider(PeerReason.CANCELLED))).isEqualTo(NoticeKind.ENDED);
        assertThat(closed(LocalizedMessage.of("consumer.reason.expired"))).isEqualTo(NoticeKind.ENDED);
        for (String own : List.of("cancelled", "notApproved", "notApprovedInTime")) {
            assertThat(closed(LocalizedMessage.of("consumer.reason." + own, "Legal")))
                    .as(own)
                    .isNull();
        }
        assertThat(kind(LocalizedMessage.of("consumer.note.offBoarded", byProvider(PeerReason.OFF_BOARDED))))
                .isEqualTo(NoticeKind.OFF_BOARDED);
        assertThat(kind(LocalizedMessage.of(
                        "consumer.note.offBoarded", LocalizedMessage.of("consumer.reason.offBoarded"))))
                .isNull();
    }

    @Test
    void findsWhoOpenedTheLink() {
        ProviderConnection connection = TestConnections.opened();
        connections.add(connection);
        assertThat(notices.find(NUMBER))
                .contains(new Cared(connection.invitation().openedBy(), "/connections/" + NUMBER));
        assertThat(notices.find("REG0001001")).isEmpty();
    }

    private static LocalizedMessage byProvider(PeerReason reason) {
        return LocalizedMessage.of("consumer.reason.closedByProvider", reason.label());
    }

    private NoticeKind closed(LocalizedMessage reason) {
        return kind(LocalizedMessage.of("consumer.note.closed", reason));
    }

    private NoticeKind kind(LocalizedMessage entry) {
        return notices.kindOf(NUMBER, entry).orElse(null);
    }
}
