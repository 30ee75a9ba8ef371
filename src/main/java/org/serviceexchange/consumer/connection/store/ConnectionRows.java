package org.serviceexchange.consumer.connection.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.LinkInUse;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.PinnedProvider.Endpoints;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.SealedToken;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.protocol.wire.Party;

/** Maps rows to provider connections and back. */
final class ConnectionRows {

    private ConnectionRows() {}

    static ProviderConnection read(ResultSet row, int ignoredIndex) throws SQLException {
        Invitation invitation = new Invitation(
                row.getString("registration"),
                URI.create(row.getString("provider_url")),
                row.getString("provider_pin"),
                row.getString("opened_by"),
                time(row, "opened_at"));
        ConnectionSnapshot snapshot = new ConnectionSnapshot(
                ConnectionState.valueOf(row.getString("state")),
                KeptReason.read(row.getString("reason")),
                FindingText.read(row.getString("findings")),
                link(row),
                row.getString("company_id"),
                provider(row),
                token(row),
                keys(row));
        return new ProviderConnection(row.getString("number"), invitation, snapshot);
    }

    /** The values of all columns by name. */
    static Map<String, @Nullable Object> write(ProviderConnection connection) {
        Map<String, @Nullable Object> row = new HashMap<>();
        invitation(row, connection);
        snapshot(row, connection.snapshot());
        provider(row, connection.snapshot().provider());
        SealedToken token = connection.snapshot().token();
        row.put("token_sealed", token == null ? null : token.sealed());
        row.put("token_expires_at", token == null ? null : time(token.expiresAt()));
        listed(row, connection);
        return row;
    }

    /** The columns by which lists are sorted and counted. */
    private static void listed(Map<String, @Nullable Object> row, ProviderConnection connection) {
        ConnectionSnapshot snapshot = connection.snapshot();
        PinnedProvider provider = snapshot.provider();
        String name = provider == null ? connection.invitation().provider().toString() : provider.name();
        row.put("turn", snapshot.pendingOn().name());
        row.put("ended", snapshot.state().ended());
        row.put("failed", snapshot.state() == ConnectionState.VALIDATION_FAILED);
        row.put("due_at", CaseTables.due(snapshot.due().orElse(null)));
        row.put("name_key", name.toLowerCase(Locale.ROOT));
    }

    private static void invitation(Map<String, @Nullable Object> row, ProviderConnection connection) {
        Invitation invitation = connection.invitation();
        boolean open = connection.state() != ConnectionState.CLOSED_INCOMPLETE;
        row.put("number", connection.number());
        row.put("registration", invitation.registration());
        row.put("provider_url", invitation.provider().toString());
        row.put("provider_pin", invitation.pin());
        row.put("open_key", open ? openKey(invitation.pin(), invitation.registration()) : null);
        row.put("opened_by", invitation.openedBy());
        row.put("opened_at", time(invitation.openedAt()));
    }

    private static void snapshot(Map<String, @Nullable Object> row, ConnectionSnapshot snapshot) {
        LinkInUse.Secret secret = snapshot.link().secret();
        row.put("secret_sealed", secret == null ? null : secret.sealed());
        row.put("link_hash", snapshot.link().hash());
        row.put("link_expires_at", time(snapshot.link().expiresAt()));
        row.put("state", snapshot.state().name());
        row.put("reason", KeptReason.write(snapshot.reason()));
        row.put("findings", FindingText.write(snapshot.findings()));
        row.put("company_id", snapshot.company());
        AgreedKeys keys = snapshot.keys();
        row.put("key_id", keys == null ? null : keys.keyId());
        row.put("inbound_active", keys != null && keys.inbound());
        row.put("outbound_active", keys != null && keys.outbound());
    }

    private static void provider(Map<String, @Nullable Object> row, @Nullable PinnedProvider provider) {
        row.put("provider_name", provider == null ? null : provider.name());
        row.put("provider_base_url", provider == null ? null : provider.party().url());
        row.put(
                "provider_signature_key",
                provider == null ? null : provider.party().signatureKey());
        row.put("client_id", provider == null ? null : provider.clientId());
        row.put("issuer", provider == null ? null : provider.issuer());
        Endpoints endpoints = provider == null ? null : provider.endpoints();
        row.put("authorization_url", endpoints == null ? null : text(endpoints.authorization()));
        row.put("token_url", endpoints == null ? null : text(endpoints.token()));
        row.put("exchange_url", endpoints == null ? null : text(endpoints.exchange()));
        row.put("confirmation_url", endpoints == null ? null : text(endpoints.confirmation()));
        row.put("probe_url", endpoints == null ? null : text(endpoints.probe()));
    }

    static String openKey(String pin, String registration) {
        return pin + " " + registration;
    }

    private static @Nullable PinnedProvider provider(ResultSet row) throws SQLException {
        String clientId = row.getString("client_id");
        if (clientId == null) {
            return null;
        }
        Endpoints endpoints = new Endpoints(
                uri(row, "authorization_url"),
                uri(row, "token_url"),
                uri(row, "exchange_url"),
                uri(row, "confirmation_url"),
                uri(row, "probe_url"));
        return new PinnedProvider(
                row.getString("provider_name"),
                new Party(row.getString("provider_base_url"), row.getBytes("provider_signature_key")),
                clientId,
                row.getString("issuer"),
                endpoints,
                time(row, "link_expires_at"));
    }

    private static LinkInUse link(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("secret_sealed");
        return new LinkInUse(
                sealed == null ? null : new LinkInUse.Secret(sealed),
                row.getString("link_hash"),
                time(row, "link_expires_at"));
    }

    private static @Nullable AgreedKeys keys(ResultSet row) throws SQLException {
        String keyId = row.getString("key_id");
        return keyId == null
                ? null
                : new AgreedKeys(keyId, row.getBoolean("inbound_active"), row.getBoolean("outbound_active"));
    }

    private static @Nullable SealedToken token(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("token_sealed");
        return sealed == null ? null : new SealedToken(sealed, time(row, "token_expires_at"));
    }

    private static URI uri(ResultSet row, String column) throws SQLException {
        return URI.create(row.getString(column));
    }

    private static String text(URI address) {
        return address.toString();
    }

    private static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
