package org.serviceexchange.provider.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.FindingResource;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.RegistrationState;

/** The representation of a registration in the API. It does not contain the link, which is a secret of the contact. */
record RegistrationResource(
        String number,
        RegistrationState state,
        @Nullable ClosingReason closingReason,
        boolean suspended,
        PendingOn pendingOn,
        String companyId,
        String contactId,
        String consumerUrl,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant linkExpiresAt,
        List<FindingResource> findings,
        List<ApprovalResource> approvals,
        @Nullable ClaimResource claim,
        @Nullable String connection,
        Links links) {

    /** An approval that the process requires; {@code approvedBy} only if somebody gave it. */
    record ApprovalResource(
            String id,
            String label,
            ApprovalPlace before,
            boolean bySecondPerson,
            @Nullable Instant askedAt,
            @Nullable String approvedBy,
            @Nullable Instant approvedAt,
            @Nullable String reason) {

        static List<ApprovalResource> all(Approvals approvals) {
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

    /** The consumer instance that claimed the registration. */
    record ClaimResource(String name, String thumbprint, Instant at) {

        static @Nullable ClaimResource of(@Nullable Claim claim) {
            return claim == null ? null : new ClaimResource(claim.consumerName(), claim.thumbprint(), claim.at());
        }
    }

    /** Links to the resource, its journal and connection, and its page for people. */
    record Links(
            String self,
            String journal,
            String page,
            @Nullable String connection) {}

    static @Nullable Instant expiry(@Nullable Link link) {
        return link == null ? null : link.expiresAt();
    }

    static @Nullable String number(@Nullable ConsumerConnection connection) {
        return connection == null ? null : connection.number();
    }
}
