package org.serviceexchange.connection.heartbeat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.connection.lineage.SenderRule;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.Responses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sends one heartbeat and draws the conclusions from its answer. */
@Component
public class SendHeartbeat {

    static final String JSON = "application/json";

    private static final Logger LOG = LoggerFactory.getLogger(SendHeartbeat.class);

    /** Before the same is sent again because another node was faster, or after a new incarnation. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private final OutboundHttp http;
    private final HeartbeatRows rows;
    private final OwnIncarnations own;
    private final Clock clock;
    private final Counter answered;
    private final Counter failed;

    public SendHeartbeat(
            OutboundHttp http, HeartbeatRows rows, OwnIncarnations own, Clock clock, MeterRegistry meters) {
        this.http = http;
        this.rows = rows;
        this.own = own;
        this.clock = clock;
        this.answered = counter(meters, "answered");
        this.failed = counter(meters, "failed");
    }

    /**
     * The figures after a heartbeat whose counter is committed; never throws.
     *
     * @param version of the own record
     */
    @Transactional(propagation = Propagation.NEVER)
    public Sent send(HeartbeatRow row, BeatMessages messages, long version, Pace pace) {
        Instant begun = now();
        try {
            byte[] request = messages.write(MessageType.HEARTBEAT, BeatMessages.NOTHING, content(row, version, begun));
            byte[] reply = http.post(address(row.connection()), JSON, request, Map.of());
            Instant at = now();
            BeatAnswer answer = Responses.verified(
                    row.connection().address(),
                    () -> messages.openAnswer(MessageType.HEARTBEAT_ANSWER, reply, request, BeatAnswer.class));
            Duration took = Duration.between(begun, at);
            Duration ahead = Duration.between(begun.plus(took.dividedBy(2)), answer.time());
            Sent proved = row.sent().proved(at, took.toMillis(), ahead.toMillis(), at.plus(after(row, answer, pace)));
            answered.increment();
            return proved;
        } catch (RuntimeException e) {
            failed.increment();
            LOG.debug("The heartbeat of {} was not answered.", row.connection().module(), e);
            return failed(row, e, pace);
        }
    }

    private Sent failed(HeartbeatRow row, RuntimeException e, Pace pace) {
        ProblemCode code =
                e instanceof ExplainedFailure explained ? explained.finding().code() : ProblemCode.UNEXPECTED;
        Instant at = now();
        return row.sent().failed(at, code.code(), at.plus(pace.after(row.sent().failures() + 1, chance())));
    }

    private static BeatContent content(HeartbeatRow row, long version, Instant at) {
        OwnLine line = row.line();
        return new BeatContent(
                line.incarnation().number(),
                line.incarnation().id(),
                line.counter(),
                version,
                at,
                List.of(ProtocolPaths.VERSION, ProtocolPaths.LIFE_VERSION),
                List.of(row.connection().keyId()));
    }

    /** How long until the next heartbeat. */
    private Duration after(HeartbeatRow row, BeatAnswer answer, Pace pace) {
        if (answer.verdict() == BeatVerdict.ACCEPTED) {
            return pace.after(0, chance());
        }
        FollowedConnection connection = row.connection();
        OwnLine now = rows.find(connection.module()).map(HeartbeatRow::line).orElse(row.line());
        switch (SenderRule.after(answer.verdict(), answer.highest(), row.line().incarnation(), now)) {
            case RENEW ->
                own.renew(
                        connection,
                        now.incarnation(),
                        SenderRule.renewed(now, answer.known(), answer.highest(), own.newId()));
            case STOP -> own.stop(connection);
            case WAIT -> {
                return pace.after(1, chance());
            }
            case GO_ON, AGAIN -> {
                return SOON;
            }
        }
        return SOON;
    }

    static URI address(FollowedConnection connection) {
        return URI.create(connection.address() + ProtocolPaths.HEARTBEATS);
    }

    private static Counter counter(MeterRegistry meters, String outcome) {
        return Counter.builder("service-exchange.heartbeats")
                .description("Heartbeats that this node sent, by whether the other side answered as it should.")
                .tag("outcome", outcome)
                .register(meters);
    }

    private static double chance() {
        return ThreadLocalRandom.current().nextDouble();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
