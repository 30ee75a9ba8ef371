package org.serviceexchange.consumer.connection;

import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.ConnectionKeys;

/**
 * Calls to the provider of a connection. Each may throw {@code PeerProblem} when the provider refuses, and the problems
 * {@code PEER_UNREACHABLE}, {@code PEER_ANSWER_INVALID}, {@code ADDRESS_REFUSED}; claim and key exchange also
 * {@code KMF_NOT_OPERATIONAL}, because key management is the gate of onboarding on both sides.
 */
public interface ProviderCalls {

    /**
     * Reads the provider's description. Another signature key than the pinned one is a {@code PROVIDER_PIN_DIFFERS} problem,
     * a clock more than ten seconds away a {@code CLOCKS_DIFFER} problem.
     */
    void verify(Invitation invitation);

    /** Claims the registration with the link's secret; proves the provider as {@link #verify} does. */
    PinnedProvider claim(Invitation invitation, String secret, ClientKey clientKey);

    /** Runs the key exchange, or resumes the one that was interrupted. */
    ConnectionKeys exchangeKeys(Invitation invitation, PinnedProvider provider, String accessToken);

    /** Lets the provider open a probe under the new keys, and opens its answer. */
    void probe(String number, Invitation invitation, PinnedProvider provider, String keyId);
}
