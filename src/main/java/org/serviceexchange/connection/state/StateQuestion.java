package org.serviceexchange.connection.state;

import java.time.Instant;
import org.serviceexchange.kmf.primitive.CompositeSignature;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.Party;

/**
 * The payload of a question: one side asks the other for the state of the record that they share. It is also the hint that
 * the asker's own record may have changed. JSON; specified in docs/protocol.md, section 13.
 *
 * @param registration number at the provider, such as {@code REG0001001}
 * @param side the asker's side: {@code PROVIDER} or {@code CONSUMER}
 * @param answerer thumbprint of the instance that is asked
 * @param signatureKey composite public key of the asker, 1984 bytes; signs the question
 * @param version version of the asker's own record
 * @param nonce 32 random bytes, which the answer repeats
 * @param proof the signed response to the asker's claim, exactly as it was received; empty if not needed
 * @param issuedAt the asker's clock when it signed, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StateQuestion(
        String registration,
        String side,
        String answerer,
        byte[] signatureKey,
        long version,
        byte[] nonce,
        byte[] proof,
        Instant issuedAt) {

    public static final int NONCE_LENGTH = 32;

    private static final int MAX_PROOF = 12 * 1024;

    public StateQuestion {
        MessageFields.token("registration", registration);
        Codes.require("side", side, ConnectionSide.class);
        MessageFields.thumbprint("answerer", answerer);
        MessageFields.bytes("signatureKey", signatureKey, CompositeSignature.PUBLIC_KEY_LENGTH);
        MessageFields.require(version >= 0, "version must be 0 or more");
        MessageFields.bytes("nonce", nonce, NONCE_LENGTH);
        MessageFields.require(proof.length <= MAX_PROOF, "proof must have 12 KiB or less");
    }

    /** Thumbprint of the asker. */
    public String asker() {
        return new Party("", signatureKey).thumbprint();
    }

    /** The side that is asked. */
    public ConnectionSide asked() {
        return ConnectionSide.valueOf(side).other();
    }
}
