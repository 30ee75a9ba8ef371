package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The connection to a consumer that a registration leads to.
 *
 * @param number such as CCN0001001; also the module of its keys in the KMF
 * @param keyId key id of the last completed exchange, base64url
 * @param inboundSince since when a message of the consumer was opened with these keys
 * @param outboundSince since when the consumer answered a message with these keys
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

    /** Whether both directions were proved. */
    public boolean confirmed() {
        return inboundSince != null && outboundSince != null;
    }
}
