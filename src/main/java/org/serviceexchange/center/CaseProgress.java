package org.serviceexchange.center;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.platform.problem.Finding;

/**
 * How far a case has come; part of the snapshot of each aggregate that is a case.
 *
 * @param <S> the states of this kind of case
 * @param <R> what is kept as the reason of an end
 * @param reason why the case was, or is about to be, closed without a connection
 * @param findings findings of the latest run of the checks
 * @param approvals approvals that its model requires
 */
public record CaseProgress<S extends Enum<S>, R>(
        S state, @Nullable R reason, List<Finding> findings, Approvals approvals) {

    public CaseProgress {
        findings = List.copyOf(findings);
    }

    /** A case in its first state. */
    public static <S extends Enum<S>, R> CaseProgress<S, R> at(S first) {
        return new CaseProgress<>(first, null, List.of(), Approvals.NONE);
    }

    /** The checks were run; the state says whether they passed. */
    public CaseProgress<S, R> checked(S next, List<Finding> found) {
        return new CaseProgress<>(next, reason, found, approvals);
    }

    /** Moved on to a state that needs no reason. */
    public CaseProgress<S, R> to(S next) {
        return new CaseProgress<>(next, null, findings, approvals);
    }

    /** With what became of its approvals. */
    public CaseProgress<S, R> with(Approvals next) {
        return new CaseProgress<>(state, reason, findings, next);
    }

    /** In this state for a reason; nobody is asked for an approval any more. */
    public CaseProgress<S, R> to(S next, R why) {
        return new CaseProgress<>(next, why, findings, approvals.withdrawn());
    }
}
