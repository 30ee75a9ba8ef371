package org.serviceexchange.connection.heartbeat;

import org.serviceexchange.protocol.wire.MessageFields;

/**
 * A heartbeat, a question "who are you", or the answer to one of them, as it crosses the network. JSON; specified in
 * docs/protocol.md.
 *
 * @param payloadType what is inside
 * @param keyId id of the connection's keys
 * @param sealed XAES-256-GCM: nonce, ciphertext, tag; 4096 bytes at most
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedBeat(String payloadType, String keyId, byte[] sealed) {

    private static final int LONGEST = 4096;

    public SealedBeat {
        MessageFields.token("keyId", keyId);
        MessageFields.require(sealed.length <= LONGEST, "sealed must have " + LONGEST + " bytes or less");
    }
}
