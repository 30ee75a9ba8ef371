package org.serviceexchange.connection.rotation;

import java.util.function.Supplier;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.handshake.KeyExchangeServer;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.ExchangeFailure;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.springframework.stereotype.Service;

/** The provider's side of a rotation. A message that fails changes nothing but the journal. */
@Service
public class AnswerRotation {

    private final ConnectionLookup connections;
    private final NewKeys newKeys;
    private final ReplacedKeys replaced;
    private final KeyExchangeServer server;
    private final ConfirmRotation confirmRotation;
    private final InstanceKeys keys;
    private final KmfHealth health;
    private final RareNotes notes;

    public AnswerRotation(
            ConnectionLookup connections,
            NewKeys newKeys,
            ReplacedKeys replaced,
            KeyExchangeServer server,
            ConfirmRotation confirmRotation,
            InstanceKeys keys,
            KmfHealth health,
            RareNotes notes) {
        this.connections = connections;
        this.newKeys = newKeys;
        this.replaced = replaced;
        this.server = server;
        this.confirmRotation = confirmRotation;
        this.keys = keys;
        this.health = health;
        this.notes = notes;
    }

    /** Returns M2 for M1. Problems: those of {@link KeyExchangeServer}, and {@code PEER_NOT_READY}. */
    public byte[] answer(String registration, byte[] m1) {
        LivingConnection connection = connection(registration);
        requireOperational();
        return noting(connection, () -> server.rotate(connection.parties(), keyId -> psk(connection, keyId), m1));
    }

    /** Returns M4 for M3, and keeps the keys. */
    public byte[] confirm(String registration, byte[] m3) {
        LivingConnection connection = connection(registration);
        return noting(connection, () -> confirmRotation.confirm(connection.number(), m3));
    }

    /** Who knows no living connection learns no more than who fails at one. */
    private LivingConnection connection(String registration) {
        return connections
                .ofRegistration(ConnectionSide.PROVIDER, registration, keys.thumbprint())
                .orElseThrow(() -> MessageRefusal.failed("rotationOfNone"));
    }

    private PreSharedKey psk(LivingConnection connection, String keyId) {
        if (!newKeys.holds(connection, keyId)) {
            throw MessageRefusal.failed("replacedKeys");
        }
        return replaced.of(connection, keyId);
    }

    private void requireOperational() {
        try {
            health.requireOperational();
        } catch (Problem notOperational) {
            throw new Problem(ProblemCode.PEER_NOT_READY, notOperational);
        }
    }

    private byte[] noting(LivingConnection connection, Supplier<byte[]> step) {
        try {
            return step.get();
        } catch (Problem problem) {
            if (problem.getCause() instanceof ExchangeFailure failure) {
                notes.workNote(
                        connection.subject(), LocalizedMessage.of("rotation.note.messageRefused", failure.message()));
            }
            throw problem;
        }
    }
}
