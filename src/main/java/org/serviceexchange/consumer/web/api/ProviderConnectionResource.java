package org.serviceexchange.consumer.web.api;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.FindingResource;
import org.serviceexchange.approval.web.ApprovalResource;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.center.Turns;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.platform.message.LocalizedMessage;

/** The representation of a provider connection in the API. */
record ProviderConnectionResource(
        String number,
        ConnectionState state,
        @Nullable String closingReason,
        PendingOn pendingOn,
        URI providerUrl,
        @Nullable String providerName,
        String providerThumbprint,
        String registration,
        @Nullable String companyId,
        String openedBy,
        Instant openedAt,
        List<FindingResource> findings,
        List<ApprovalResource> approvals,
        Direction inbound,
        Direction outbound,
        @Nullable String keyId,
        Links links) {

    /** A direction: active once it was proved by a probe. */
    record Direction(boolean active) {}

    /** Links to the resource, what is shown beside it, and its page for people. */
    record Links(String self, String health, String evidence, String page) {}

    static ProviderConnectionResource of(ProviderConnection connection, Turns turns, ApiPaths paths, Locale language) {
        Invitation invitation = connection.invitation();
        ConnectionSnapshot snapshot = connection.snapshot();
        PinnedProvider provider = snapshot.provider();
        AgreedKeys keys = snapshot.keys();
        LocalizedMessage reason = snapshot.reason();
        String self = paths.address(ApiPaths.PROVIDER_CONNECTIONS + "/" + connection.number());
        return new ProviderConnectionResource(
                connection.number(),
                connection.state(),
                reason == null ? null : reason.in(language),
                turns.of(connection.number(), snapshot.pendingOn()),
                provider == null
                        ? invitation.provider()
                        : URI.create(provider.party().url()),
                provider == null ? null : provider.name(),
                invitation.pin(),
                invitation.registration(),
                snapshot.company(),
                invitation.openedBy(),
                invitation.openedAt(),
                FindingResource.all(snapshot.findings(), language),
                ApprovalResource.all(snapshot.progress().approvals()),
                new Direction(keys != null && keys.inbound()),
                new Direction(keys != null && keys.outbound()),
                keys == null ? null : keys.keyId(),
                new Links(
                        self,
                        self + "/health",
                        self + "/evidence",
                        paths.address("/connections/" + connection.number())));
    }
}
