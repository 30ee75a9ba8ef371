package org.serviceexchange.provider.invitation.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.variable.Variables;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.invitation.ReminderPlan;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks {@code processes/reminders.dmn}, as it is deployed now, for all open registrations. */
@Component
class DecidedReminders implements ReminderPlan {

    static final String DECISION = "reminders";

    private static final String REMIND = "remind";
    private static final String REMIND_LAST = "remind for the last time";
    private static final String WAIT = "wait";
    private static final String ANSWERS = String.join(", ", REMIND, REMIND_LAST, WAIT);

    private static final double SECONDS_OF_A_DAY = Duration.ofDays(1).toSeconds();

    private final DecisionService decisions;

    DecidedReminders(@Lazy DecisionService decisions) {
        this.decisions = decisions;
    }

    @Override
    public Due at(Instant moment, Instant madeAt, Instant expiresAt, long reminders) {
        Map<String, Object> facts = Variables.createVariables()
                .putValue("daysSinceLink", days(madeAt, moment))
                .putValue("daysLeft", days(moment, expiresAt))
                .putValue("remindersSent", reminders);
        Object answer = decisions
                .evaluateDecisionTableByKey(DECISION)
                .variables(facts)
                .evaluate()
                .getSingleEntry();
        return switch (String.valueOf(answer)) {
            case REMIND -> Due.REMINDER;
            case REMIND_LAST -> Due.LAST_REMINDER;
            case WAIT, "null" -> Due.NOTHING;
            default ->
                throw new Problem(
                        ProblemCode.STEP_NOT_USABLE, LocalizedMessage.of("block.reminders.unusable", answer, ANSWERS));
        };
    }

    private static double days(Instant from, Instant until) {
        return Duration.between(from, until).toSeconds() / SECONDS_OF_A_DAY;
    }
}
