package org.serviceexchange.provider.claim;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.Claims;
import org.serviceexchange.provider.validation.PeerGate;
import org.springframework.stereotype.Service;

/**
 * Accepts a consumer's claim of a registration, proved by the secret of its link.
 *
 * <p>Security guarantees: Somebody who does not know the secret cannot tell an existing registration from a missing
 * one, neither by words nor by time. A refused claim changes nothing but the journal.
 */
@Service
public class AcceptClaim {

    /** Minimum duration of a refusal, which hides that some refusals need more lookups than others. */
    static final Duration REFUSAL_TIME = Duration.ofMillis(300);

    private final Claims claims;
    private final PeerGate peerGate;
    private final PinConsumer pinConsumer;
    private final RefusedClaims refusedClaims;

    AcceptClaim(Claims claims, PeerGate peerGate, PinConsumer pinConsumer, RefusedClaims refusedClaims) {
        this.claims = claims;
        this.peerGate = peerGate;
        this.pinConsumer = pinConsumer;
        this.refusedClaims = refusedClaims;
    }

    /**
     * The signed response to a signed claim. Problems besides those of {@link Claims#readRequest}:
     * {@code LINK_REFUSED}, {@code LINK_EXPIRED}, {@code LINK_CLAIMED_BY_ANOTHER}, {@code CONSUMER_URL_DIFFERS},
     * {@code PEER_NOT_READY}.
     */
    public byte[] claim(byte[] envelope) {
        ClaimRequest request = claims.readRequest(envelope);
        peerGate.requireOperational();
        long started = System.nanoTime();
        try {
            return claims.response(request, pinConsumer.pin(request, envelope));
        } catch (Problem refusal) {
            refusedClaims.note(request.registration(), refusal);
            waitUntil(started + REFUSAL_TIME.toNanos());
            throw refusal;
        }
    }

    private static void waitUntil(long end) {
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
