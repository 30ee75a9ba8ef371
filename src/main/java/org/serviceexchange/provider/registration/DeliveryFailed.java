package org.serviceexchange.provider.registration;

import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;

/** An e-mail was not delivered; why, for an admin. */
public final class DeliveryFailed extends RuntimeException implements ExplainedFailure {

    private final transient Finding finding;

    public DeliveryFailed(Problem problem) {
        super(problem.getMessage(), problem);
        this.finding = problem.finding();
    }

    @Override
    public Finding finding() {
        return finding;
    }
}
