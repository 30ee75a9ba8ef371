package org.serviceexchange.approval.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;

/** An approval in the API; {@code approvedBy} only if somebody gave it. */
public record ApprovalResource(
        String id,
        String label,
        ApprovalPlace before,
        boolean bySecondPerson,
        @Nullable Instant askedAt,
        @Nullable String approvedBy,
        @Nullable Instant approvedAt,
        @Nullable String reason) {

    /** All of a case. */
    public static List<ApprovalResource> all(Approvals approvals) {
        return approvals.all().stream().map(ApprovalResource::of).toList();
    }

    private static ApprovalResource of(Approval one) {
        Given given = one.given();
        return new ApprovalResource(
                one.id(),
                one.label(),
                one.before(),
                one.bySecondPerson(),
                one.askedAt(),
                given == null ? null : given.by(),
                given == null ? null : given.at(),
                given == null ? null : given.reason());
    }
}
