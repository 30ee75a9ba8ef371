package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.protocol.wire.MessageFields;

/**
 * "Who are you", sealed: asked at the pinned address when a later incarnation was seen.
 *
 * @param nonce 32 random bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record IdentityQuestion(byte[] nonce) {

    static final int NONCE_LENGTH = 32;

    public IdentityQuestion {
        MessageFields.bytes("nonce", nonce, NONCE_LENGTH);
    }
}
