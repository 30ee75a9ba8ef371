package org.serviceexchange.connection.rotation;

import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.Clocks;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The consumer's answer to a provider that asks for new keys: its own process rotates them. */
@Service
public class AnswerRotationRequest {

    private final ConnectionLookup connections;
    private final RotationMessages messages;
    private final NewKeys newKeys;
    private final ConnectionLife life;
    private final Standstills standstills;
    private final RareNotes notes;
    private final Clock clock;

    public AnswerRotationRequest(
            ConnectionLookup connections,
            RotationMessages messages,
            NewKeys newKeys,
            ConnectionLife life,
            Standstills standstills,
            RareNotes notes,
            Clock clock) {
        this.connections = connections;
        this.messages = messages;
        this.newKeys = newKeys;
        this.life = life;
        this.standstills = standstills;
        this.notes = notes;
        this.clock = clock;
    }

    /** The signed answer. A request to replace keys that are replaced already, or are just being, asks for nothing; nor does one
     * for a connection that rests, whose keys are looked at once it goes on. */
    @Transactional
    public byte[] answer(byte[] envelope) {
        SignedEnvelope signed = SignedEnvelope.read(envelope, MessageType.ROTATION_REQUEST);
        RotationRequest request = Wire.read(signed.payload(), RotationRequest.class);
        LivingConnection connection = connections
                .ofRegistration(ConnectionSide.CONSUMER, request.registration(), request.provider())
                .flatMap(found -> signedBy(found, signed))
                .orElseThrow(() -> MessageRefusal.failed("rotationOfNone"));
        Clocks.requireClose(clock.instant(), request.issuedAt());
        boolean inUse = request.keyId().equals(connection.keyId())
                && newKeys.unproved(connection.number()).isEmpty();
        if (inUse && !standstills.of(connection.number()).holds() && life.rotationAsked(connection.number())) {
            notes.workNote(connection.subject(), LocalizedMessage.of("rotation.note.askedByPeer", request.keyId()));
        }
        return messages.answer(envelope, connection);
    }

    private static Optional<LivingConnection> signedBy(LivingConnection found, SignedEnvelope signed) {
        return signed.isSignedBy(found.peer().signatureKey()) ? Optional.of(found) : Optional.empty();
    }
}
