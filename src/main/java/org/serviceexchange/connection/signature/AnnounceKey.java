package org.serviceexchange.connection.signature;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.RecordAnnouncement;
import org.serviceexchange.connection.announcement.TellPeers;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.stereotype.Service;

/** Tells peers this instance's new signature key, each again and again until it has pinned it or a person gives up on it. */
@Service
public class AnnounceKey extends TellPeers {

    /** An onboarding may take as long as its link lives. */
    private static final Duration NOT_LIVING = Duration.ofMinutes(10);

    private final KeyAnnouncements announcements;
    private final ConnectionLookup connections;
    private final KeyMessages messages;
    private final InstanceKeys keys;
    private final OutboundHttp http;

    public AnnounceKey(
            KeyAnnouncements announcements,
            ConnectionLookup connections,
            KeyMessages messages,
            RecordAnnouncement record,
            InstanceKeys keys,
            OutboundHttp http,
            Clock clock) {
        super(announcements, NOT_LIVING, record, clock);
        this.announcements = announcements;
        this.connections = connections;
        this.messages = messages;
        this.keys = keys;
        this.http = http;
    }

    @Override
    protected Optional<LivingConnection> living(Announcement announcement) {
        return connections.ofSubject(announcement.record());
    }

    /** A node that had yet to read of a rotation may have planned for the key before; it knows no later one than its own. */
    @Override
    protected Announcement upToDate(Announcement announcement) {
        String announced = announcement.announced();
        boolean replaced = !announced.equals(keys.thumbprint())
                && keys.signaturePublicKeys().stream().map(Thumbprint::of).anyMatch(announced::equals);
        return replaced ? announcements.instead(announcement, keys.thumbprint()) : announcement;
    }

    @Override
    protected List<Receipt> tell(LivingConnection connection, Announcement announcement) {
        StatedKey said = messages.announce(connection, knownKey(announcement), keys.signaturePublicKey());
        byte[] envelope = messages.write(MessageType.SIGNATURE_KEY, said);
        String peer = connection.peer().url();
        byte[] answer =
                http.post(URI.create(peer + ProtocolPaths.SIGNATURE_KEYS), "application/json", envelope, Map.of());
        KeyMessages.accept(
                answer, MessageType.SIGNATURE_KEY_ANSWER, connection.peer().signatureKey(), said, peer);
        return said.announced().equals(announcement.announced())
                ? receipts(connection, said, envelope, answer)
                : List.of();
    }

    private List<Receipt> receipts(LivingConnection connection, StatedKey said, byte[] envelope, byte[] answer) {
        String signer = connection.side() == ConnectionSide.PROVIDER ? said.provider() : said.consumer();
        return List.of(
                Receipt.signed(
                        MessageType.SIGNATURE_KEY.payloadType(),
                        true,
                        keys.as(signer).signaturePublicKey(),
                        envelope),
                Receipt.signed(
                        MessageType.SIGNATURE_KEY_ANSWER.payloadType(),
                        false,
                        connection.peer().signatureKey(),
                        answer));
    }

    @Override
    protected LocalizedMessage known(Announcement announcement) {
        return LocalizedMessage.of("signature.note.known", announcement.announced());
    }

    @Override
    protected LocalizedMessage notKnown(Announcement announcement, Finding why) {
        return LocalizedMessage.of("signature.note.notKnown", announcement.announced(), why.sentence());
    }

    /**
     * Thumbprint of the key that the peer knows. Where it refuses that, all that are held are tried by turns: the peer may have pinned the
     * new one already, and its answer was lost, or it knows an older one, because its database was set back.
     */
    private String knownKey(Announcement announcement) {
        List<String> held = keys.thumbprints();
        List<String> candidates = Stream.concat(Stream.of(announcement.before()), held.stream())
                .filter(held::contains)
                .distinct()
                .toList();
        Finding failure = announcement.failure();
        boolean refused = failure != null && failure.code() == ProblemCode.EXCHANGE_FAILED;
        return candidates.get(refused ? announcement.tries() % candidates.size() : 0);
    }
}
