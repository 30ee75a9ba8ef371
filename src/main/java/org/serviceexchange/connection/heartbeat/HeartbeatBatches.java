package org.serviceexchange.connection.heartbeat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.kmf.MessageSeals;
import org.serviceexchange.platform.background.BackgroundRound;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the heartbeats that are due, in batches: one statement takes a batch for this node, one counts its lines up, one reads
 * its keys, and one writes what became of each heartbeat.
 */
@Component
public class HeartbeatBatches extends BackgroundRound {

    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatBatches.class);

    /** How long a batch belongs to this node; longer than it takes if nobody answers. */
    private static final Duration LEASE = Duration.ofMinutes(5);

    /** What a side answers that does not know the keys. */
    private static final String REFUSED = ProblemCode.EXCHANGE_FAILED.code();

    private static final int BATCH = 100;
    private static final int AT_ONCE = 16;

    private final HeartbeatRows rows;
    private final ConnectionLookup connections;
    private final MessageSeals seals;
    private final SendHeartbeat sendHeartbeat;
    private final AskIdentity askIdentity;
    private final OwnIncarnations own;
    private final HeartbeatSettings settings;
    private final Clock clock;
    private final ExecutorService senders = Executors.newFixedThreadPool(AT_ONCE, task -> daemon(task, "heartbeat"));

    public HeartbeatBatches(
            HeartbeatRows rows,
            ConnectionLookup connections,
            MessageSeals seals,
            SendHeartbeat sendHeartbeat,
            AskIdentity askIdentity,
            OwnIncarnations own,
            HeartbeatSettings settings,
            Clock clock) {
        super("heartbeats", "Heartbeats could not be sent and are tried again.");
        this.rows = rows;
        this.connections = connections;
        this.seals = seals;
        this.sendHeartbeat = sendHeartbeat;
        this.askIdentity = askIdentity;
        this.own = own;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    protected void round() {
        sendDue();
    }

    /** Sends what is due, and returns how many heartbeats that were. */
    int sendDue() {
        int sent = 0;
        int last = BATCH;
        while (last == BATCH && !Thread.currentThread().isInterrupted()) {
            last = sendBatch();
            sent += last;
        }
        return sent;
    }

    private int sendBatch() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        List<HeartbeatRow> batch = rows.take(now, now.plus(LEASE), BATCH, own.newId());
        if (!batch.isEmpty()) {
            send(batch);
        }
        return batch.size();
    }

    /** Sends the heartbeat of one connection now, whenever it is due; empty if this instance sends none for it. */
    @Transactional(propagation = Propagation.NEVER)
    public Optional<Sent> sendNow(String module) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return rows.takeNow(module, now.plus(LEASE), own.newId())
                .map(row -> send(List.of(row)).get(module));
    }

    private Map<String, Sent> send(List<HeartbeatRow> batch) {
        Pace pace = Pace.of(settings, rows.count());
        MessageSeals.Keys keys =
                seals.of(batch.stream().map(row -> row.connection().module()).toList());
        Map<String, Long> versions = versions(batch);
        Map<String, CompletableFuture<Sent>> answers = batch.stream()
                .collect(Collectors.toMap(
                        row -> row.connection().module(),
                        row -> CompletableFuture.supplyAsync(() -> sendOne(row, keys, versions, pace), senders)));
        Map<String, Sent> sent = answers.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, answer -> answer.getValue().join()));
        rows.sent(sent);
        batch.stream().map(HeartbeatRow::connection).forEach(connection -> {
            Sent became = sent.get(connection.module());
            if (became != null && became.failures() > 0) {
                look(connection, REFUSED.equals(became.failure()));
            }
        });
        return sent;
    }

    private Sent sendOne(HeartbeatRow row, MessageSeals.Keys keys, Map<String, Long> versions, Pace pace) {
        BeatMessages messages = new BeatMessages(row.connection(), keys);
        try {
            askIdentity.askIfNeeded(row, messages);
        } catch (RuntimeException e) {
            LOG.warn(
                    "Who the peer of {} is could not be recorded; it is asked again.",
                    row.connection().module(),
                    e);
        }
        return sendHeartbeat.send(
                row, messages, versions.getOrDefault(row.connection().subject(), 0L), pace);
    }

    private Map<String, Long> versions(List<HeartbeatRow> batch) {
        Map<String, Long> versions = new HashMap<>();
        for (ConnectionSide side : ConnectionSide.values()) {
            List<String> subjects = batch.stream()
                    .map(HeartbeatRow::connection)
                    .filter(connection -> connection.side() == side)
                    .map(FollowedConnection::subject)
                    .toList();
            versions.putAll(connections.versions(side, subjects));
        }
        return versions;
    }

    /** A heartbeat that fails may be one of a connection that has ended, or whose key or address is another one now. */
    private void look(FollowedConnection sent, boolean refused) {
        Optional<FollowedConnection> now =
                connections.ofSubject(sent.side(), sent.subject()).map(FollowedConnection::of);
        if (now.isEmpty()) {
            rows.remove(sent.module());
        } else if (!now.get().equals(sent)) {
            rows.follow(now.get(), clock.instant());
        } else if (refused) {
            own.refused(sent);
        }
    }

    @Override
    public void close() {
        super.close();
        senders.shutdownNow();
    }
}
