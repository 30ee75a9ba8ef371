package org.serviceexchange.connection.state;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.heartbeat.PeerRecordDoubted;
import org.serviceexchange.connection.state.Inquiries.Heard;
import org.serviceexchange.connection.state.Inquiries.Inquiry;
import org.serviceexchange.platform.problem.NotYetDue;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Decides when peers are asked: after each change, when somebody watches, before a timer gives up, and again and again. */
@Component
public class PeerQuestions implements AskedFirst {

    private static final Logger LOG = LoggerFactory.getLogger(PeerQuestions.class);

    /** Longer than any call takes, so that a question is asked twice only if its node died. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration WATCHED = Duration.ofMinutes(1);
    private static final Duration BEFORE_GIVING_UP = Duration.ofSeconds(30);

    /** How long a peer that does not know the question is left alone: it has version 1 only. */
    private static final Duration VERSION_1 = Duration.ofDays(1);

    private static final int NOT_FOUND = 404;
    private static final int AT_ONCE = 20;
    private static final int REMEMBERED = 10_000;

    private final Inquiries inquiries;
    private final AskPeer askPeer;
    private final Sides sides;
    private final QuestionThreads threads;
    private final Clock clock;
    private final ConcurrentHashMap<String, Instant> asked = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Instant> leftAlone = new ConcurrentHashMap<>();

    public PeerQuestions(Inquiries inquiries, AskPeer askPeer, Sides sides, QuestionThreads threads, Clock clock) {
        this.inquiries = inquiries;
        this.askPeer = askPeer;
        this.sides = sides;
        this.threads = threads;
        this.clock = clock;
    }

    /** Asks what became due, as soon as that is committed. */
    @TransactionalEventListener
    void written(PeerNewsWritten news) {
        askDue();
    }

    /** Asks what is due, in the background. */
    public void askDue() {
        threads.once("due", this::due);
    }

    /** Asks the peers of all records in progress, in the background. */
    public void askInProgress() {
        threads.once(
                "in progress",
                () -> sides.all()
                        .forEach(known ->
                                known.inProgress(REMEMBERED).forEach(number -> quietly(known.side(), number))));
    }

    /** Asks the peers of all live connections, in the background. */
    public void askLive() {
        threads.once(
                "live",
                () -> sides.all().forEach(known -> {
                    UnaryOperator<String> page = after -> {
                        List<String> numbers = known.live(after, 100);
                        numbers.forEach(number -> quietly(known.side(), number));
                        return numbers.isEmpty() ? "" : numbers.get(numbers.size() - 1);
                    };
                    String after = page.apply("");
                    while (!after.isEmpty()) {
                        after = page.apply(after);
                    }
                }));
    }

    /** A person looks at a record that waits: its peer is asked in the background, at most once a minute. */
    public void watched(ConnectionSide side, String number) {
        Instant now = clock.instant();
        Instant last = remembered(asked).putIfAbsent(number, now);
        if (last != null && !now.isBefore(last.plus(WATCHED)) && asked.replace(number, last, now)) {
            threads.run(() -> quietly(side, number));
        }
    }

    /** Asks a peer whose heartbeat told of something new, in the background. */
    @TransactionalEventListener
    void doubted(PeerRecordDoubted doubted) {
        threads.run(() -> quietly(doubted.side(), doubted.subject()));
    }

    @Override
    public void beforeGivingUp(ConnectionSide side, String number, Instant since) {
        boolean heard = inquiries
                .heard(number)
                .map(Heard::at)
                .filter(at -> !at.isBefore(since))
                .isPresent();
        Instant last = asked.get(number);
        if (!heard && (last == null || last.isBefore(since))) {
            threads.run(() -> quietly(side, number));
            NotYetDue.requireDue(clock.instant().plus(BEFORE_GIVING_UP), clock.instant());
        }
    }

    private void due() {
        List<Inquiry> due = inquiries.due(clock.instant(), AT_ONCE);
        while (!due.isEmpty()) {
            due.forEach(this::due);
            due = inquiries.due(clock.instant(), AT_ONCE);
        }
    }

    private void due(Inquiry inquiry) {
        Instant until = clock.instant().plus(LEASE).truncatedTo(ChronoUnit.MICROS);
        if (inquiries.take(inquiry, until)) {
            inquiries.failed(inquiry, until, again(inquiry, until));
        }
    }

    /** When to ask again; null if there is no need. */
    private @Nullable Instant again(Inquiry inquiry, Instant taken) {
        try {
            return switch (ask(inquiry.side(), inquiry.number(), taken)) {
                case NOBODY, ADOPTED -> null;
                case CHANGED_MEANWHILE -> clock.instant();
            };
        } catch (RuntimeException e) {
            LOG.debug("The peer of {} did not answer.", inquiry.number(), e);
            Duration pause = isVersion1(e)
                    ? null
                    : Pauses.after(inquiry.tries(), ThreadLocalRandom.current().nextDouble());
            return pause == null ? null : clock.instant().plus(pause).truncatedTo(ChronoUnit.MICROS);
        }
    }

    private void quietly(ConnectionSide side, String number) {
        Instant until = leftAlone.get(number);
        if (until != null && clock.instant().isBefore(until)) {
            return;
        }
        try {
            ask(side, number, null);
        } catch (RuntimeException e) {
            LOG.debug("The peer of {} did not answer.", number, e);
        }
    }

    private AskPeer.Outcome ask(ConnectionSide side, String number, @Nullable Instant taken) {
        try {
            return askPeer.ask(side, number, taken);
        } catch (PeerProblem e) {
            if (isVersion1(e)) {
                remembered(leftAlone).put(number, clock.instant().plus(VERSION_1));
            }
            throw e;
        } finally {
            remembered(asked).put(number, clock.instant());
        }
    }

    private static boolean isVersion1(RuntimeException e) {
        return e instanceof PeerProblem peer && peer.status() == NOT_FOUND;
    }

    /** What is only remembered to spare peers may be forgotten. */
    private static ConcurrentHashMap<String, Instant> remembered(ConcurrentHashMap<String, Instant> times) {
        if (times.size() >= REMEMBERED) {
            times.clear();
        }
        return times;
    }
}
