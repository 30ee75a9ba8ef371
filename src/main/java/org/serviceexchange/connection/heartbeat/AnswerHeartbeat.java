package org.serviceexchange.connection.heartbeat;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Heard;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.OpenKeyIds;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.PeerView;
import org.serviceexchange.connection.lineage.ReceiverRule;
import org.serviceexchange.kmf.MessageSeals;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Answers heartbeats and the question "who are you".
 *
 * <p>Security guarantees: Who does not hold the keys of a connection gets the same refusal whether the connection exists or
 * not, and leaves nothing in the database.
 */
@Service
public class AnswerHeartbeat {

    private final HeartbeatRows rows;
    private final ConnectionLookup connections;
    private final OpenKeyIds openKeys;
    private final MessageSeals seals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public AnswerHeartbeat(
            HeartbeatRows rows,
            ConnectionLookup connections,
            OpenKeyIds openKeys,
            MessageSeals seals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.connections = connections;
        this.openKeys = openKeys;
        this.seals = seals;
        this.events = events;
        this.clock = clock;
    }

    /** The answer to a message; an {@code EXCHANGE_FAILED} problem if it does not open. */
    @Transactional
    public byte[] answer(byte[] request) {
        SealedBeat message = Wire.read(request, SealedBeat.class);
        boolean question = message.payloadType().equals(MessageType.IDENTITY.payloadType());
        if (!question) {
            MessageType.HEARTBEAT.require(message.payloadType());
        }
        HeartbeatRow row = rows.lockByKey(message.keyId())
                .or(() -> otherKeys(message.keyId()))
                .or(() -> followed(message.keyId()))
                .orElseThrow(() -> MessageRefusal.failed("keyId"));
        BeatMessages messages = new BeatMessages(
                row.connection().under(message.keyId()),
                seals.of(List.of(row.connection().module())));
        if (!messages.possible()) {
            throw MessageRefusal.failed("keyId");
        }
        return question ? identity(row, messages, message, request) : beat(row, messages, message, request);
    }

    /** A connection that holds these keys beside those in use: the sides do not change to new keys at the same moment. */
    private Optional<HeartbeatRow> otherKeys(String keyId) {
        return openKeys.connectionOf(keyId).flatMap(rows::lock);
    }

    /** A connection that has no row yet under this key id; if the message does not open, the row is rolled back. */
    private Optional<HeartbeatRow> followed(String keyId) {
        return connections.ofKey(keyId).flatMap(connection -> {
            rows.follow(FollowedConnection.of(connection), now());
            return rows.lockByKey(keyId);
        });
    }

    private byte[] beat(HeartbeatRow row, BeatMessages messages, SealedBeat message, byte[] request) {
        BeatContent content = messages.open(MessageType.HEARTBEAT, message, BeatMessages.NOTHING, BeatContent.class);
        Heard heard = row.heard();
        ReceiverRule.Judgement judged = ReceiverRule.judge(heard.view(), content.line(), BeatMessages.hash(request));
        if (judged.repeated()) {
            return heard.answer();
        }
        byte[] answer = messages.write(MessageType.HEARTBEAT_ANSWER, request, answer(judged.verdict(), judged.view()));
        if (judged.verdict() == BeatVerdict.ACCEPTED) {
            Heard next = new Heard(now(), content.recordVersion(), judged.view(), answer);
            rows.heard(row.connection().module(), next, now(), true);
            tell(row.connection(), heard, next);
        } else if (!judged.view().equals(heard.view())) {
            rows.heard(row.connection().module(), heard.with(judged.view()), now(), true);
        }
        return answer;
    }

    /** Versions of a record count within one incarnation of the database only. */
    private void tell(FollowedConnection connection, Heard before, Heard now) {
        boolean same = before.version() == now.version()
                && before.view().incarnation().equals(now.view().incarnation());
        if (before.at() != null && !same) {
            events.publishEvent(new PeerRecordDoubted(connection.side(), connection.subject()));
        }
    }

    private BeatAnswer answer(BeatVerdict verdict, PeerView view) {
        Incarnation known = view.incarnation().orElseThrow();
        return new BeatAnswer(verdict, known.number(), known.id(), view.highest(), now());
    }

    private static byte[] identity(HeartbeatRow row, BeatMessages messages, SealedBeat message, byte[] request) {
        messages.open(MessageType.IDENTITY, message, BeatMessages.NOTHING, IdentityQuestion.class);
        Incarnation own = row.line().incarnation();
        return messages.write(
                MessageType.IDENTITY_ANSWER,
                request,
                new IdentityAnswer(own.number(), own.id(), row.line().counter()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
