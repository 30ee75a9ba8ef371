package org.serviceexchange.approval.web;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.message.LocalizedMessage;

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

    /**
     * All of a case; people by their names.
     *
     * @param words labels and questions in the reader's language
     */
    public static List<ShownApproval> all(
            Approvals approvals, UnaryOperator<String> names, UnaryOperator<String> words) {
        return approvals.all().stream().map(one -> of(one, names, words)).toList();
    }

    /** Whose turn it is, with an approval that is asked for called as the newest model calls it in the reader's language. */
    public static LocalizedMessage translated(LocalizedMessage who, Approvals approvals, ProcessDiagram diagram) {
        return approvals
                .asked()
                .map(approval -> who.replacing(approval.label(), diagram.labelled(approval.label())))
                .orElse(who);
    }

    private static ShownApproval of(Approval one, UnaryOperator<String> names, UnaryOperator<String> words) {
        Given given = one.given();
        return new ShownApproval(
                one.id(),
                words.apply(one.label()),
                words.apply(one.question()),
                one.bySecondPerson(),
                one.askedAt() != null,
                given == null ? null : names.apply(given.by()),
                given == null ? null : given.at(),
                given == null ? "" : given.reason());
    }
}
