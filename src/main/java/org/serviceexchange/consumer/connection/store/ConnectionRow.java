package org.serviceexchange.consumer.connection.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseColumns;
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
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.wire.Party;

/** A provider connection as a row, and back. */
final class ConnectionRow {

    private ConnectionRow() {}

    static ProviderConnection read(ResultSet row, int ignoredIndex) throws SQLException {
        Invitation invitation = new Invitation(
                row.getString("registration"),
                URI.create(row.getString("provider_url")),
                row.getString("provider_pin"),
                row.getString("opened_by"),
                Row.time(row, "opened_at"));
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

    static Row of(ProviderConnection connection, Instant now) {
        Row row = new Row();
        ConnectionSnapshot snapshot = connection.snapshot();
        SealedToken token = snapshot.token();
        invitation(row, connection);
        snapshot(row, snapshot);
        provider(row, snapshot.provider());
        row.set("token_sealed", token == null ? null : token.sealed())
                .set("token_expires_at", token == null ? null : token.expiresAt());
        CaseColumns.add(
                row,
                snapshot.pendingOn(),
                snapshot.state().ended(),
                snapshot.state() == ConnectionState.VALIDATION_FAILED,
                snapshot.due().orElse(null),
                now);
        PinnedProvider provider = snapshot.provider();
        String name = provider == null ? connection.invitation().provider().toString() : provider.name();
        return row.set("name_key", name.toLowerCase(Locale.ROOT));
    }

    private static void invitation(Row row, ProviderConnection connection) {
        Invitation invitation = connection.invitation();
        boolean open = connection.state() != ConnectionState.CLOSED_INCOMPLETE;
        row.set("number", connection.number())
                .set("registration", invitation.registration())
                .set("provider_url", invitation.provider())
                .set("provider_pin", invitation.pin())
                .set("open_key", open ? openKey(invitation.pin(), invitation.registration()) : null)
                .set("opened_by", invitation.openedBy())
                .set("opened_at", invitation.openedAt());
    }

    private static void snapshot(Row row, ConnectionSnapshot snapshot) {
        LinkInUse.Secret secret = snapshot.link().secret();
        AgreedKeys keys = snapshot.keys();
        row.set("secret_sealed", secret == null ? null : secret.sealed())
                .set("link_hash", snapshot.link().hash())
                .set("link_expires_at", snapshot.link().expiresAt())
                .set("state", snapshot.state())
                .set("reason", KeptReason.write(snapshot.reason()))
                .set("findings", FindingText.write(snapshot.findings()))
                .set("company_id", snapshot.company())
                .set("key_id", keys == null ? null : keys.keyId())
                .set("inbound_active", keys != null && keys.inbound())
                .set("outbound_active", keys != null && keys.outbound());
    }

    private static void provider(Row row, @Nullable PinnedProvider provider) {
        row.set("provider_name", provider == null ? null : provider.name())
                .set(
                        "provider_base_url",
                        provider == null ? null : provider.party().url())
                .set(
                        "provider_signature_key",
                        provider == null ? null : provider.party().signatureKey())
                .set("client_id", provider == null ? null : provider.clientId())
                .set("issuer", provider == null ? null : provider.issuer());
        Endpoints endpoints = provider == null ? null : provider.endpoints();
        row.set("authorization_url", endpoints == null ? null : endpoints.authorization())
                .set("token_url", endpoints == null ? null : endpoints.token())
                .set("exchange_url", endpoints == null ? null : endpoints.exchange())
                .set("confirmation_url", endpoints == null ? null : endpoints.confirmation())
                .set("probe_url", endpoints == null ? null : endpoints.probe());
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
                Row.time(row, "link_expires_at"));
    }

    private static LinkInUse link(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("secret_sealed");
        return new LinkInUse(
                sealed == null ? null : new LinkInUse.Secret(sealed),
                row.getString("link_hash"),
                Row.time(row, "link_expires_at"));
    }

    private static @Nullable AgreedKeys keys(ResultSet row) throws SQLException {
        String keyId = row.getString("key_id");
        return keyId == null
                ? null
                : new AgreedKeys(keyId, row.getBoolean("inbound_active"), row.getBoolean("outbound_active"));
    }

    private static @Nullable SealedToken token(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("token_sealed");
        return sealed == null ? null : new SealedToken(sealed, Row.time(row, "token_expires_at"));
    }

    private static URI uri(ResultSet row, String column) throws SQLException {
        return URI.create(row.getString(column));
    }
}
