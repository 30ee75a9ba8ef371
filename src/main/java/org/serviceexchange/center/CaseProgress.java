package org.serviceexchange.center;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Finding;

/**
 * How far a case has come; part of the snapshot of each aggregate that is a case.
 *
 * @param <S> the states of this kind of case
 * @param <R> what is kept as the reason of an end
 * @param reason why the case was, or is about to be, closed without a connection
 * @param findings findings of the latest run of the checks
 */
public record CaseProgress<S extends Enum<S>, R>(
        S state, @Nullable R reason, List<Finding> findings) {

    public CaseProgress {
        findings = List.copyOf(findings);
    }

    /** A case in its first state. */
    public static <S extends Enum<S>, R> CaseProgress<S, R> at(S first) {
        return new CaseProgress<>(first, null, List.of());
    }

    /** The checks were run; the state says whether they passed. */
    public CaseProgress<S, R> checked(S next, List<Finding> found) {
        return new CaseProgress<>(next, reason, found);
    }

    /** Moved on to a state that needs no reason. */
    public CaseProgress<S, R> to(S next) {
        return new CaseProgress<>(next, null, findings);
    }

    /** In this state for a reason. */
    public CaseProgress<S, R> to(S next, R why) {
        return new CaseProgress<>(next, why, findings);
    }
}
