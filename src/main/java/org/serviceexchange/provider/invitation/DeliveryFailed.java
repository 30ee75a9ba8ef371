package org.serviceexchange.provider.invitation;

import org.serviceexchange.platform.problem.Problem;

/** An e-mail was not delivered; the message is the problem's sentence, for an admin. */
public final class DeliveryFailed extends RuntimeException {

    public DeliveryFailed(Problem problem) {
        super(problem.getMessage(), problem);
    }
}
