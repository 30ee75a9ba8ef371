package org.serviceexchange.connection.diagnostics;

import java.util.List;
import java.util.Map;
import org.serviceexchange.connection.health.HealthOfConnections;
import org.serviceexchange.connection.health.TouchedConnection;
import org.serviceexchange.connection.heartbeat.HealthHistory;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.heartbeat.LineHealth;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.rotation.KeysInView;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Component;

/** Says who is connected, how the heartbeats of both directions go, and which keys there are: ids and ages, never bytes. */
@Component
class DescribeConnection {

    private final Heartbeats heartbeats;
    private final HealthOfConnections health;
    private final KeysInView keysInView;
    private final InstanceKeys instanceKeys;

    DescribeConnection(
            Heartbeats heartbeats, HealthOfConnections health, KeysInView keysInView, InstanceKeys instanceKeys) {
        this.heartbeats = heartbeats;
        this.health = health;
        this.keysInView = keysInView;
        this.instanceKeys = instanceKeys;
    }

    Map<String, Object> identity(LivingConnection connection) {
        return Facts.of("connection", connection.number())
                .and("record", connection.subject())
                .and("side", connection.side())
                .and("registration", connection.registration())
                .and("keyId", connection.keyId())
                .and("ownThumbprint", instanceKeys.thumbprint())
                .and("peerThumbprint", connection.peer().thumbprint())
                .and("peerUrl", connection.peer().url())
                .and("probes", connection.probes())
                .and("stateMessage", MessageType.STATE.payloadType())
                .and("exchangeMessage", MessageType.M1.payloadType())
                .and("rotationMessage", MessageType.ROTATION_M1.payloadType())
                .map();
    }

    Map<String, Object> health(LivingConnection connection) {
        TouchedConnection judged = health.of(connection.number())
                .orElse(new TouchedConnection(
                        connection.number(), connection.subject(), connection.side(), List.of(), null));
        Facts facts = Facts.of("score", judged.score())
                .and("issues", judged.issues().stream().map(Enum::name).toList());
        heartbeats.of(connection.subject()).ifPresent(line -> add(facts, line));
        return facts.map();
    }

    private static void add(Facts facts, LineHealth line) {
        HeartbeatRow.Sent sent = line.row().sent();
        HeartbeatRow.Heard heard = line.row().heard();
        facts.and("state", line.state())
                .and("theirState", line.heard())
                .and("rests", line.standstill().kind())
                .and("restsUntil", line.standstill().holds() ? line.standstill().until() : null)
                .and("answeredAt", sent.provedAt())
                .and("roundTripMillis", sent.roundTrip())
                .and("theirClockAheadMillis", sent.clockAhead())
                .and("unanswered", sent.failures())
                .and("failure", sent.failure())
                .and("nextAt", sent.nextAt())
                .and("heardAt", heard.at())
                .and("theirRecordVersion", heard.version())
                .and("ownIncarnation", line.row().line().incarnation().number())
                .and("ownCounter", line.row().line().counter())
                .and("lastHours", slots(line.hours()))
                .and("lastDays", slots(line.days()));
    }

    /** Answered and unanswered heartbeats, oldest first, such as "12/0". */
    private static List<String> slots(List<HealthHistory.Slot> slots) {
        return slots.stream().map(slot -> slot.proved() + "/" + slot.failed()).toList();
    }

    List<Map<String, Object>> keys(LivingConnection connection) {
        return keysInView.ofSubject(connection.subject()).map(KeysInView.View::ages).orElse(List.of()).stream()
                .map(age -> Facts.of("keyId", age.keyId())
                        .and("use", age.use())
                        .and("madeAt", age.madeAt())
                        .and("expiresAt", age.expiresAt())
                        .map())
                .toList();
    }
}
