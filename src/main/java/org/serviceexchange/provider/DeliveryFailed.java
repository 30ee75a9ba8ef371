package org.serviceexchange.provider;

import org.serviceexchange.problem.Problem;

/** An e-mail was not delivered; the message is that of the problem, for an admin. */
public final class DeliveryFailed extends RuntimeException {

    public DeliveryFailed(Problem problem) {
        super(problem.getMessage(), problem);
    }
}
