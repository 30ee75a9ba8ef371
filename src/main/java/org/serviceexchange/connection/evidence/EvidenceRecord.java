package org.serviceexchange.connection.evidence;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * The record of which evidence is written.
 *
 * @param side the side on which this instance is
 * @param number number of the record here
 * @param registration number at the provider
 * @param connection number of the connection here; empty if there is none
 * @param state name of its state
 * @param peerKey the pinned signature key of the peer; null if none is pinned, or none any more
 * @param consent what the contact consented to; null at the consumer, and before
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record EvidenceRecord(
        ConnectionSide side,
        String number,
        String registration,
        String connection,
        String state,
        byte @Nullable [] peerKey,
        @Nullable Consent consent) {

    /**
     * The contact's consent as recorded.
     *
     * @param user user name of the contact
     * @param matchedAt when the person was known to be the contact
     */
    public record Consent(String user, Instant matchedAt, Instant at) {}
}
