package org.serviceexchange.approval.web;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.Approvals;

/**
 * An approval as the page of a case shows it.
 *
 * @param asked whether a person is asked for it now
 * @param by the name of who approved; null if nobody has
 */
public record ShownApproval(
        String id,
        String label,
        String question,
        boolean bySecondPerson,
        boolean asked,
        @Nullable String by,
        @Nullable Instant at,
        String reason) {

    /** All of a case; people by their names. */
    public static List<ShownApproval> all(Approvals approvals, UnaryOperator<String> names) {
        return approvals.all().stream().map(one -> of(one, names)).toList();
    }

    private static ShownApproval of(Approval one, UnaryOperator<String> names) {
        Given given = one.given();
        return new ShownApproval(
                one.id(),
                one.label(),
                one.question(),
                one.bySecondPerson(),
                one.askedAt() != null,
                given == null ? null : names.apply(given.by()),
                given == null ? null : given.at(),
                given == null ? "" : given.reason());
    }
}
