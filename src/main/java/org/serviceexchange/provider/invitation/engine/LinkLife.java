package org.serviceexchange.provider.invitation.engine;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.platform.engine.job.StepProperties;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** How long a link can be used, if the step that makes it says so in the model. */
final class LinkLife {

    private static final String PROPERTY = "linkLife";
    private static final Duration LONGEST = Duration.ofDays(366);

    private LinkLife() {}

    /** The life of the link; empty if the model says nothing, and a {@code STEP_NOT_USABLE} problem if it says nonsense. */
    static Optional<Duration> of(DelegateExecution execution) {
        return Optional.ofNullable(StepProperties.of(execution).get(PROPERTY)).map(LinkLife::parsed);
    }

    private static Duration parsed(String text) {
        try {
            Duration life = Duration.parse(text);
            if (life.toSeconds() > 0 && life.compareTo(LONGEST) <= 0) {
                return life;
            }
        } catch (DateTimeParseException noDuration) {
            // Refused with the same sentence
        }
        throw new Problem(ProblemCode.STEP_NOT_USABLE, LocalizedMessage.of("block.linkLife.unusable", text));
    }
}
