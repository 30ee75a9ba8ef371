package org.serviceexchange.consumer.connection;

import java.util.List;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.protocol.claim.ClientKey;
import org.serviceexchange.protocol.handshake.AnsweredExchange;
import org.serviceexchange.protocol.handshake.ConnectionKeys;

/**
 * Calls the provider of a connection with the messages of the protocol (docs/protocol.md). Each may throw {@code PeerProblem} when the provider refuses, and the problems
 * {@code PEER_UNREACHABLE}, {@code PEER_ANSWER_INVALID}, {@code ADDRESS_REFUSED}; claim and key exchange also
 * {@code KMF_NOT_OPERATIONAL}, because key management is the gate of onboarding on both sides.
 */
public interface ProviderCalls {

    /**
     * Reads and verifies the provider's description. Another signature key than the pinned one is a
     * {@code PROVIDER_PIN_DIFFERS} problem, a clock that differs by more than ten seconds a {@code CLOCKS_DIFFER}
     * problem.
     */
    void verify(Invitation invitation);

    /** Claims the registration with the link's secret; verifies the provider as {@link #verify} does. */
    PinnedProvider claim(Invitation invitation, String secret, ClientKey clientKey);

    /** Runs the key exchange, or resumes the one that was interrupted. */
    AnsweredExchange exchangeKeys(Invitation invitation, PinnedProvider provider, String accessToken);

    /** The messages of that exchange, as proof that the keys were agreed. */
    List<Receipt> receipts(Invitation invitation, PinnedProvider provider, AnsweredExchange answered);

    /** The keys of an exchange that the provider answered; store them in the current transaction. */
    ConnectionKeys finishExchange(PinnedProvider provider, AnsweredExchange answered);

    /** Sends the provider a probe under the new keys and verifies its response, of which the proof is returned. */
    List<Receipt> probe(Invitation invitation, PinnedProvider provider, String keyId);
}
