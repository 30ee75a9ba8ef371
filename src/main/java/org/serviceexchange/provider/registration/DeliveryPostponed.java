package org.serviceexchange.provider.registration;

import java.time.Duration;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;

/** The mail server asks to send an e-mail later, as one does that keeps a list of senders it has never seen. */
public final class DeliveryPostponed extends RuntimeException implements ExplainedFailure {

    /** The least that RFC 5321 (4.5.4.1) asks for between two tries. */
    private static final Duration PAUSE = Duration.ofMinutes(30);

    private final transient Problem problem;

    public DeliveryPostponed(Problem problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    /** What an admin reads once there is no time left to try again. */
    public DeliveryFailed givenUp() {
        return new DeliveryFailed(problem);
    }

    @Override
    public Finding finding() {
        return problem.finding();
    }

    @Override
    public Duration pause() {
        return PAUSE;
    }
}
