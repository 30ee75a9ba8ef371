package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a consumer that results from a registration.
 *
 * @param number such as {@code CCN0001001}; also the module of its keys in the KMF
 * @param keyId key id of the last completed exchange, base64url
 * @param inboundSince when a message of the consumer was first verified with these keys; null before that
 * @param outboundSince when the consumer first responded to a message with these keys; null before that
 */
public record ConsumerConnection(
        String number,
        String keyId,
        @Nullable Instant inboundSince,
        @Nullable Instant outboundSince) {

    ConsumerConnection received(Instant at) {
        return inboundSince == null ? new ConsumerConnection(number, keyId, at, outboundSince) : this;
    }

    ConsumerConnection sent(Instant at) {
        return outboundSince == null ? new ConsumerConnection(number, keyId, inboundSince, at) : this;
    }

    ConsumerConnection rotated(String newer) {
        return new ConsumerConnection(number, newer, inboundSince, outboundSince);
    }

    /** Whether both directions are proved. */
    public boolean confirmed() {
        return inboundSince != null && outboundSince != null;
    }
}
