package org.serviceexchange.connection.address;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.serviceexchange.connection.address.Announcements.Announcement;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
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

/** Tells peers this instance's new address, again and again until they have adopted it or a person gives up on them. */
@Service
public class AnnounceAddress {

    private static final Logger LOG = LoggerFactory.getLogger(AnnounceAddress.class);

    /** Longer than a call takes, so that a peer is told twice only if the node died. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** Doubled so often, the pause is about half a day. */
    private static final int LONGEST = 10;

    private static final int AT_ONCE = 20;

    private final Announcements announcements;
    private final ConnectionLookup connections;
    private final AddressMessages messages;
    private final RecordAnnouncement record;
    private final OutboundHttp http;
    private final Clock clock;

    public AnnounceAddress(
            Announcements announcements,
            ConnectionLookup connections,
            AddressMessages messages,
            RecordAnnouncement record,
            OutboundHttp http,
            Clock clock) {
        this.announcements = announcements;
        this.connections = connections;
        this.messages = messages;
        this.record = record;
        this.http = http;
        this.clock = clock;
    }

    /** Tells those that are due. */
    void announceDue() {
        List<Announcement> due = announcements.due(now(), AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(this::announce);
            due = announcements.due(now(), AT_ONCE);
        }
    }

    private void announce(Announcement announcement) {
        Optional<LivingConnection> connection = find(announcement);
        Instant until = now().plus(connection.isPresent() ? LEASE : pause(LONGEST));
        if (announcements.take(announcement, until) && connection.isPresent()) {
            tell(connection.get(), announcement);
        }
    }

    /** One whose record was altered is told when that is mended; meanwhile it does not hinder the others. */
    private Optional<LivingConnection> find(Announcement announcement) {
        try {
            return connections.find(announcement.connection());
        } catch (Problem refused) {
            LOG.warn("The peer of {} cannot be told the new address.", announcement.connection(), refused);
            return Optional.empty();
        }
    }

    private void tell(LivingConnection connection, Announcement announcement) {
        StatedAddress said = messages.say(connection, announcement.address());
        byte[] envelope = messages.write(MessageType.ADDRESS, said);
        try {
            byte[] answer = http.post(
                    URI.create(connection.peer().url() + ProtocolPaths.ADDRESSES),
                    "application/json",
                    envelope,
                    Map.of());
            AddressMessages.readAnswer(answer, MessageType.ADDRESS_ANSWER, connection, said);
            record.known(connection, announcement, envelope, answer, now());
        } catch (RuntimeException e) {
            LOG.debug("The peer of {} does not know the new address yet.", announcement.connection(), e);
            Finding why = e instanceof ExplainedFailure explained
                    ? explained.finding()
                    : new Finding(ProblemCode.UNEXPECTED, List.of());
            record.failed(connection, announcement, why, now().plus(pause(announcement.tries())));
        }
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
