package org.serviceexchange.provider.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.FindingResource;
import org.serviceexchange.approval.web.ApprovalResource;
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
