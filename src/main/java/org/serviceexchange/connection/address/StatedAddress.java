package org.serviceexchange.connection.address;

import java.time.Instant;
import org.serviceexchange.connection.statement.Statement;
import org.serviceexchange.protocol.wire.MessageFields;

/**
 * The payload of all four messages of a change of address: the announcement, the question at the new address, the proof that
 * answers it, and the answer to the announcement. Their payload types tell them apart. JSON; specified in docs/protocol.md,
 * section 15.
 *
 * @param registration number at the provider
 * @param side of the instance that signs: {@code PROVIDER} or {@code CONSUMER}
 * @param provider thumbprint of the provider
 * @param consumer thumbprint of the consumer
 * @param baseUrl the new address that is announced, asked about, proved or adopted
 * @param nonce 32 random bytes of an announcement or question; its answer repeats them
 * @param issuedAt the signer's clock, in milliseconds
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record StatedAddress(
        String registration,
        String side,
        String provider,
        String consumer,
        String baseUrl,
        byte[] nonce,
        Instant issuedAt)
        implements Statement {

    public StatedAddress {
        Statement.require(registration, side, provider, consumer, nonce);
        MessageFields.text("baseUrl", baseUrl);
    }
}
