package org.serviceexchange.connection.rotation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.heartbeat.AnswerHeartbeat;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.Parties;

/** Two sides of a living connection with real keys, tables and messages, whose calls reach each other without a network. */
abstract class TwoRotationSides {

    static final String FIRST = "AAAAAAAAAAAAAAAAAAAAAA";
    static final String HEARTBEATS = "/sx/v1/heartbeats";
    static final String PROBES = "/sx/v1/probes";
    static final String ROTATIONS = "/sx/v1/rotations/REG0001001";
    static final String CONFIRMATIONS = ROTATIONS + "/confirmations";
    static final String REQUESTS = "/sx/v1/rotation-requests";

    final MovableClock clock = MovableClock.standing();
    final List<String> lost = new ArrayList<>();
    RotationSide provider;
    RotationSide consumer;

    @TempDir
    Path homes;

    @BeforeEach
    void connectBoth() {
        String run = UUID.randomUUID().toString();
        provider = side(ConnectionSide.PROVIDER, run);
        consumer = side(ConnectionSide.CONSUMER, run);
        Parties parties = new Parties(
                RotationSide.REGISTRATION,
                provider.party(),
                consumer.party(),
                consumer.get(InstanceKeys.class).encryptionPublicKey());
        for (RotationSide side : List.of(provider, consumer)) {
            side.connect(parties, FIRST);
            firstKeys(side, FIRST);
        }
        consumer.calls(Map.of(
                HEARTBEATS,
                beat -> refusing(() -> provider.get(AnswerHeartbeat.class).answer(beat)),
                ROTATIONS,
                m1 -> answered("m2", () -> provider.get(AnswerRotation.class).answer("REG0001001", m1)),
                CONFIRMATIONS,
                m3 -> answered("m4", () -> provider.get(AnswerRotation.class).confirm("REG0001001", m3)),
                PROBES,
                probe -> answered("probe", () -> probed(provider, probe))));
        provider.calls(Map.of(
                HEARTBEATS,
                beat -> refusing(() -> consumer.get(AnswerHeartbeat.class).answer(beat)),
                REQUESTS,
                request -> answered(
                        "request",
                        () -> consumer.get(AnswerRotationRequest.class).answer(request))));
    }

    @AfterEach
    void stopBoth() {
        provider.close();
        consumer.close();
    }

    RotationSide side(ConnectionSide side, String run) {
        return new RotationSide(side, RotationSide.database(side.name() + run), homes.resolve(side.name()), clock);
    }

    /** The keys with which a connection was established; versions before labels gave them none. */
    static void firstKeys(RotationSide side, String label) {
        for (ConnectionSide sender : ConnectionSide.values()) {
            byte[] key = new byte[32];
            key[0] = (byte) (sender == ConnectionSide.PROVIDER ? 1 : 2);
            side.keys().add(side.number(), sender.sends(), "AES-256-GCM", label, key);
            side.keys().activate(side.number(), sender.sends(), label);
        }
    }

    boolean rotate() {
        return consumer.step(() -> consumer.get(RotateKeys.class).rotate("PCN0001001"));
    }

    boolean prove() {
        return consumer.step(() -> consumer.get(ProveNewKeys.class).prove("PCN0001001"));
    }

    void retire() {
        for (RotationSide side : List.of(provider, consumer)) {
            HousekeepingTask task = side.get(RetireKeys.class).retiredKeysHousekeeping();
            side.inTransaction(() -> task.run(clock.instant()));
        }
    }

    void asked(byte[] request) {
        consumer.get(AnswerRotationRequest.class).answer(request);
    }

    static byte[] key(RotationSide side, String keyId) {
        return side.keys().use(side.number(), ConnectionSide.CONSUMER.sends(), keyId, byte[]::clone);
    }

    /** As the endpoint does: what knows the key id first, the record of the connection or the rotated keys. */
    static byte[] probed(RotationSide side, byte[] probe) {
        String keyId = Probes.keyId(probe);
        return refusing(() -> side.get(OpenKeySets.class)
                .probe(keyId, probe)
                .or(() -> Optional.of(keyId)
                        .filter(side.keyId()::equals)
                        .map(known ->
                                side.get(Probes.class).answer(side.connection().channel(known), probe)))
                .orElseThrow(() -> MessageRefusal.failed("keyId")));
    }

    /** The answer on its way to the asker, which may lose it once. */
    byte[] answered(String what, Supplier<byte[]> endpoint) {
        byte[] answer = refusing(endpoint);
        if (lost.remove(what)) {
            throw new IllegalStateException("lost");
        }
        return answer;
    }

    static byte[] refusing(Supplier<byte[]> step) {
        try {
            return step.get();
        } catch (Problem refused) {
            throw new PeerProblem(refused.code().status(), refused.code().code(), List.of(), false, "", null);
        }
    }
}
