package org.serviceexchange.consumer.connection;

import java.util.Optional;
import java.util.Set;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeSource;
import org.serviceexchange.notice.NoticeSubjects;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Component;

/** What of the journals of connections to providers admins hear by e-mail. */
@Component
class ConnectionNotices implements NoticeSource, NoticeSubjects {

    private static final String PREFIX = "PCN";

    /** What people of this instance did themselves, or were asked for; a registration that is not approved is no notice either. */
    private static final Set<String> OWN_ENDS = Set.of(
            "consumer.reason.cancelled",
            "consumer.reason.notApproved",
            "consumer.reason.notApprovedInTime",
            "consumer.reason.offBoarded",
            "consumer.reason.replacedBy");

    private final ProviderConnections connections;

    ConnectionNotices(ProviderConnections connections) {
        this.connections = connections;
    }

    @Override
    public Optional<NoticeKind> kindOf(String subject, LocalizedMessage entry) {
        return switch (entry.key()) {
            case "consumer.note.inboundActive", "consumer.note.outboundActive" ->
                onboarded(subject) ? Optional.of(NoticeKind.ONBOARDED) : Optional.empty();
            case "consumer.note.linkNotAccepted" -> Optional.of(NoticeKind.REFUSED);
            case "consumer.note.closed" -> byOthers(entry).map(ConnectionNotices::kindOfEnd);
            case "consumer.note.offBoarded" -> byOthers(entry).map(reason -> NoticeKind.OFF_BOARDED);
            default -> Optional.empty();
        };
    }

    /** The directions are proved one after the other, in either order. */
    private boolean onboarded(String subject) {
        return connections
                .find(subject)
                .filter(connection -> connection.state() == ConnectionState.ONBOARDED)
                .isPresent();
    }

    private static Optional<LocalizedMessage> byOthers(LocalizedMessage entry) {
        return reason(entry).filter(why -> !OWN_ENDS.contains(why.key()));
    }

    private static NoticeKind kindOfEnd(LocalizedMessage reason) {
        boolean declined =
                reason(reason).filter(PeerReason.DECLINED.label()::equals).isPresent();
        boolean refused = reason.key().equals("consumer.reason.refused");
        return declined ? NoticeKind.DECLINED : refused ? NoticeKind.REFUSED : NoticeKind.ENDED;
    }

    private static Optional<LocalizedMessage> reason(LocalizedMessage message) {
        return message.arguments().stream()
                .filter(LocalizedMessage.class::isInstance)
                .map(LocalizedMessage.class::cast)
                .findFirst();
    }

    @Override
    public Optional<Cared> find(String subject) {
        return Optional.of(subject)
                .filter(number -> number.startsWith(PREFIX))
                .flatMap(connections::find)
                .map(connection -> new Cared(connection.invitation().openedBy(), "/connections/" + subject));
    }
}
