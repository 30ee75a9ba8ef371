package org.serviceexchange.provider.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.FindingResource;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.RegistrationState;

/** A registration as services read it. The link is not part of it: it is a secret of the contact. */
record RegistrationResource(
        String number,
        RegistrationState state,
        @Nullable ClosingReason closingReason,
        boolean suspended,
        String companyId,
        String contactId,
        String consumerUrl,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant linkExpiresAt,
        List<FindingResource> findings,
        @Nullable ClaimResource claim,
        @Nullable String connection,
        Links links) {

    /** The consumer instance that used the link. */
    record ClaimResource(String name, String thumbprint, Instant at) {

        static @Nullable ClaimResource of(@Nullable Claim claim) {
            return claim == null ? null : new ClaimResource(claim.consumerName(), claim.thumbprint(), claim.at());
        }
    }

    /** Where more of it is; the page is for people. */
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
