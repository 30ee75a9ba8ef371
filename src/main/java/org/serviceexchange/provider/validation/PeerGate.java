package org.serviceexchange.provider.validation;

import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/** Guards onboarding against peers: while key management is not operational, a peer is only told to try again later. */
@Service
public class PeerGate {

    private final KmfHealth health;

    PeerGate(KmfHealth health) {
        this.health = health;
    }

    /** Throws a {@code PEER_NOT_READY} problem, which asks to try again, unless key management is operational. */
    public void requireOperational() {
        try {
            health.requireOperational();
        } catch (Problem notOperational) {
            throw new Problem(ProblemCode.PEER_NOT_READY, notOperational);
        }
    }
}
