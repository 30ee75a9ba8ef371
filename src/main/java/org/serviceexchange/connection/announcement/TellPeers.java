package org.serviceexchange.connection.announcement;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.serviceexchange.connection.announcement.RecordAnnouncement.Told;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells peers something, each with growing pauses until it knows or a person gives up on it; what is told is the feature's. */
public abstract class TellPeers {

    private static final Logger LOG = LoggerFactory.getLogger(TellPeers.class);

    /** Longer than a call takes, so that a peer is told twice only if the node died. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);

    /** Doubled so often, the pause is about half a day. */
    private static final int LONGEST = 10;

    private static final int AT_ONCE = 20;

    private final Announcements announcements;
    private final Duration notLiving;
    private final RecordAnnouncement record;
    private final Clock clock;

    /** @param notLiving when to look again at a connection that does not live yet, or whose record is to be mended first */
    protected TellPeers(Announcements announcements, Duration notLiving, RecordAnnouncement record, Clock clock) {
        this.announcements = announcements;
        this.notLiving = notLiving;
        this.record = record;
        this.clock = clock;
    }

    /** The living connection whose peer is told; empty if it does not live. */
    protected abstract Optional<LivingConnection> living(Announcement announcement);

    /** What is to be told by now, which another node may not have known when it planned the announcement. */
    protected Announcement upToDate(Announcement announcement) {
        return announcement;
    }

    /** Tells it, and returns the messages that prove that the peer adopted it; empty if it adopted something else. */
    protected abstract List<Receipt> tell(LivingConnection connection, Announcement announcement);

    /** The entry of the journal for a peer that knows. */
    protected abstract LocalizedMessage known(Announcement announcement);

    /** The entry of the journal for a peer that does not know. */
    protected abstract LocalizedMessage notKnown(Announcement announcement, Finding why);

    /** Tells those that are due. */
    public void announceDue() {
        List<Announcement> due = announcements.due(now(), AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(this::announce);
            due = announcements.due(now(), AT_ONCE);
        }
    }

    private void announce(Announcement announcement) {
        Optional<LivingConnection> connection = find(announcement);
        Instant until = now().plus(connection.isPresent() ? LEASE : notLiving);
        if (announcements.take(announcement, until) && connection.isPresent()) {
            announce(connection.get(), upToDate(announcement));
        }
    }

    /** One whose record was altered is told when that is mended; meanwhile it does not hinder the others. */
    private Optional<LivingConnection> find(Announcement announcement) {
        try {
            return living(announcement);
        } catch (Problem refused) {
            LOG.warn("The peer of {} cannot be told.", announcement.record(), refused);
            return Optional.empty();
        }
    }

    private void announce(LivingConnection connection, Announcement announcement) {
        Told told = new Told(announcements, announcement, connection.subject());
        try {
            List<Receipt> receipts = tell(connection, announcement);
            if (!receipts.isEmpty()) {
                record.known(told, known(announcement), receipts, now());
            }
        } catch (RuntimeException e) {
            LOG.debug("The peer of {} does not know yet.", announcement.record(), e);
            Finding why = e instanceof ExplainedFailure explained
                    ? explained.finding()
                    : new Finding(ProblemCode.UNEXPECTED, List.of());
            record.failed(told, notKnown(announcement, why), why, now().plus(pause(announcement.tries())));
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
