package org.serviceexchange.provider.registration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.Party;

/**
 * The consumer instance that claimed a registration, as pinned at that time.
 *
 * @param thumbprint SHA-256 of the signature key, base64url, 43 characters: identifies the consumer
 * @param consumerName name of the consumer instance
 * @param signatureKey composite public key, 1984 bytes
 * @param encryptionKey X-Wing public key, 1216 bytes; reserved, not used yet: nothing is encrypted to it
 * @param clientId the OAuth client made for this claim
 * @param clientJwk public ES256 key of that client, as JSON
 */
@SuppressWarnings("ArrayRecordComponent") // compared by thumbprint only
public record Claim(
        String thumbprint,
        String consumerName,
        byte[] signatureKey,
        byte[] encryptionKey,
        String clientId,
        String clientJwk,
        Instant at) {

    /** Path of every consumer's redirect URI, below its base URL. */
    public static final String CALLBACK = "/connect/callback";

    /** What is kept of this claim after an earlier one, which another consumer cannot replace. */
    Claim after(@Nullable Claim before) {
        if (before == null) {
            return this;
        }
        if (!before.thumbprint.equals(thumbprint)) {
            throw new Problem(ProblemCode.LINK_CLAIMED_BY_ANOTHER);
        }
        return before.withClientJwk(clientJwk);
    }

    /** A copy of the claim with another key of the OAuth client. */
    private Claim withClientJwk(String jwk) {
        return jwk.equals(clientJwk)
                ? this
                : new Claim(thumbprint, consumerName, signatureKey, encryptionKey, clientId, jwk, at);
    }

    /** The same claim of a consumer that has another signature key now. */
    Claim under(byte[] key) {
        return new Claim(new Party("", key).thumbprint(), consumerName, key, encryptionKey, clientId, clientJwk, at);
    }

    /** Whether this consumer made the claim. */
    public boolean isBy(Party consumer) {
        return thumbprint.equals(consumer.thumbprint());
    }
}
