package org.serviceexchange.provider;

import org.serviceexchange.problem.Problem;

/** An e-mail was not delivered; the problem says why, and what an admin can do. */
public final class DeliveryFailed extends RuntimeException {

    private final transient Problem problem;

    public DeliveryFailed(Problem problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
