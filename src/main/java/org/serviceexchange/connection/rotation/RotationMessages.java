package org.serviceexchange.connection.rotation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.protocol.handshake.Exports;
import org.serviceexchange.protocol.handshake.Handshake;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Responses;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.springframework.stereotype.Component;

/** Writes a provider's requests to rotate, and reads the consumer's answers. */
@Component
public class RotationMessages {

    private final InstanceKeys keys;
    private final Clock clock;

    public RotationMessages(InstanceKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** A request to replace the keys in use, made now. */
    RotationRequest request(LivingConnection connection) {
        return new RotationRequest(
                connection.registration(),
                connection.parties().provider().thumbprint(),
                connection.parties().consumer().thumbprint(),
                connection.keyId(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** The signed envelope of a request, JSON in UTF-8. */
    byte[] write(RotationRequest request) {
        return SignedEnvelope.write(MessageType.ROTATION_REQUEST, request, keys.as(request.provider()));
    }

    /** The signed envelope of the answer to a request, JSON in UTF-8. */
    byte[] answer(byte[] request, LivingConnection connection) {
        RotationAnswer answer = new RotationAnswer(Exports.hash(request), connection.keyId());
        String signer = connection.parties().consumer().thumbprint();
        return SignedEnvelope.write(MessageType.ROTATION_ANSWER, answer, keys.as(signer));
    }

    /** Returns normally if the pinned peer answered this request; anything else is a {@code PEER_ANSWER_INVALID} problem. */
    void accept(LivingConnection connection, byte[] request, byte[] answer) {
        String peer = connection.peer().url();
        SignedEnvelope signed = Responses.read(answer, MessageType.ROTATION_ANSWER, peer);
        RotationAnswer said = Responses.payload(signed, RotationAnswer.class, peer);
        Responses.require(signed.isSignedBy(connection.peer().signatureKey()), peer, "signature");
        Responses.require(Handshake.same(said.request(), Exports.hash(request)), peer, "request");
    }
}
