package org.serviceexchange.provider.validation;

import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;

/** The gate of onboarding as a peer meets it: it learns to come back later, and nothing about what is wrong here. */
@Service
public class PeerGate {

    private final KmfHealth health;

    PeerGate(KmfHealth health) {
        this.health = health;
    }

    /** A {@code PEER_NOT_READY} problem, which asks to try again, unless key management is operational. */
    public void requireOperational() {
        try {
            health.requireOperational();
        } catch (Problem notOperational) {
            throw new Problem(ProblemCode.PEER_NOT_READY, notOperational);
        }
    }
}
