package org.serviceexchange.approval.engine;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.task.IdentityLink;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * A person who decides about an approval.
 *
 * @param groups the groups of the person
 * @param reason what the person wrote; may be empty
 */
record Decider(String user, List<String> groups, String reason) {

    private static final ThreadLocal<@Nullable Decider> CURRENT = new ThreadLocal<>();

    /** The person for whom a task is being completed by a page. */
    static Optional<Decider> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    void during(Runnable decision) {
        CURRENT.set(this);
        try {
            decision.run();
        } finally {
            CURRENT.remove();
        }
    }

    /** Refuses whom the task is not offered to; one that is offered to nobody in particular anybody may do who works on tasks. */
    void requireAmong(Set<IdentityLink> candidates, String task) {
        boolean among = candidates.isEmpty()
                || candidates.stream()
                        .anyMatch(link -> user.equals(link.getUserId()) || groups.contains(link.getGroupId()));
        if (!among) {
            throw new Problem(ProblemCode.APPROVER_REFUSED, task);
        }
    }
}
