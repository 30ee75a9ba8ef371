package org.serviceexchange.connection.signature;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.signature.KeyAnnouncements.KeyAnnouncement;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Tells peers this instance's new signature key, each again and again until it has pinned it or a person gives up on it. */
@Service
public class AnnounceKey {

    private static final Logger LOG = LoggerFactory.getLogger(AnnounceKey.class);

    /** Longer than a call takes, so that a peer is told twice only if the node died. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** An onboarding may take as long as its link lives. */
    private static final Duration NOT_LIVING = Duration.ofMinutes(10);

    /** Doubled so often, the pause is about half a day. */
    private static final int LONGEST = 10;

    private static final int AT_ONCE = 20;

    private final KeyAnnouncements announcements;
    private final ConnectionLookup connections;
    private final KeyMessages messages;
    private final RecordKeyAnnouncement record;
    private final InstanceKeys keys;
    private final OutboundHttp http;
    private final Clock clock;

    public AnnounceKey(
            KeyAnnouncements announcements,
            ConnectionLookup connections,
            KeyMessages messages,
            RecordKeyAnnouncement record,
            InstanceKeys keys,
            OutboundHttp http,
            Clock clock) {
        this.announcements = announcements;
        this.connections = connections;
        this.messages = messages;
        this.record = record;
        this.keys = keys;
        this.http = http;
        this.clock = clock;
    }

    /** Tells those that are due. */
    void announceDue() {
        List<KeyAnnouncement> due = announcements.due(now(), AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(this::announce);
            due = announcements.due(now(), AT_ONCE);
        }
    }

    private void announce(KeyAnnouncement announcement) {
        Optional<LivingConnection> connection = find(announcement);
        Instant until = now().plus(connection.isPresent() ? LEASE : NOT_LIVING);
        if (announcements.take(announcement, until) && connection.isPresent()) {
            tell(connection.get(), upToDate(announcement));
        }
    }

    /** A node that had yet to read of a rotation may have planned for the key before; it knows no later one than its own. */
    private KeyAnnouncement upToDate(KeyAnnouncement announcement) {
        String announced = announcement.announced();
        boolean replaced = !announced.equals(keys.thumbprint())
                && keys.signaturePublicKeys().stream().map(Thumbprint::of).anyMatch(announced::equals);
        return replaced ? announcements.instead(announcement, keys.thumbprint()) : announcement;
    }

    /** One whose record was altered is told when that is mended; meanwhile it does not hinder the others. */
    private Optional<LivingConnection> find(KeyAnnouncement announcement) {
        try {
            return connections.ofSubject(announcement.record());
        } catch (Problem refused) {
            LOG.warn("The peer of {} cannot be told the new signature key.", announcement.record(), refused);
            return Optional.empty();
        }
    }

    private void tell(LivingConnection connection, KeyAnnouncement announcement) {
        StatedKey said = messages.announce(connection, knownKey(announcement), keys.signaturePublicKey());
        byte[] envelope = messages.write(MessageType.SIGNATURE_KEY, said);
        String peer = connection.peer().url();
        try {
            byte[] answer =
                    http.post(URI.create(peer + ProtocolPaths.SIGNATURE_KEYS), "application/json", envelope, Map.of());
            KeyMessages.accept(
                    answer, MessageType.SIGNATURE_KEY_ANSWER, connection.peer().signatureKey(), said, peer);
            record.known(connection, announcement, said, envelope, answer, now());
        } catch (RuntimeException e) {
            LOG.debug("The peer of {} does not know the new signature key yet.", announcement.record(), e);
            Finding why = e instanceof ExplainedFailure explained
                    ? explained.finding()
                    : new Finding(ProblemCode.UNEXPECTED, List.of());
            record.failed(connection, announcement, why, now().plus(pause(announcement.tries())));
        }
    }

    /**
     * Thumbprint of the key that the peer knows. Where it refuses that, all that are held are tried by turns: the peer may have pinned the
     * new one already, and its answer was lost, or it knows an older one, because its database was set back.
     */
    private String knownKey(KeyAnnouncement announcement) {
        List<String> held = keys.thumbprints();
        List<String> candidates = Stream.concat(Stream.of(announcement.pinned()), held.stream())
                .filter(held::contains)
                .distinct()
                .toList();
        Finding failure = announcement.failure();
        boolean refused = failure != null && failure.code() == ProblemCode.EXCHANGE_FAILED;
        return candidates.get(refused ? announcement.tries() % candidates.size() : 0);
    }

    /** Growing, and lengthened by up to a fifth, so that not all peers are told at the same moment. */
    private static Duration pause(int tries) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, LONGEST));
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 5));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
