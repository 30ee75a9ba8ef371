package org.serviceexchange.consumer.connection.store;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.ApprovalText;
import org.serviceexchange.center.CaseColumns;
import org.serviceexchange.center.CaseProgress;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ClaimAtProvider;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.LinkInUse;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.PinnedProvider.Endpoints;
import org.serviceexchange.consumer.connection.SealedToken;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.wire.Party;

/** A provider connection as a row, and back. */
final class ConnectionRow {

    private ConnectionRow() {}

    static Row of(ConnectionSnapshot snapshot, Instant now) {
        Row row = new Row();
        invitation(row, snapshot);
        row.set("state", snapshot.state())
                .set("reason", KeptReason.write(snapshot.reason()))
                .set("findings", FindingText.write(snapshot.findings()))
                .set("approvals", ApprovalText.write(snapshot.progress().approvals()));
        link(row, snapshot.link());
        row.set("company_id", snapshot.company());
        provider(row, snapshot.provider());
        token(row, snapshot.token());
        keys(row, snapshot.keys());
        row.compute("record_version", "1", "coalesce(record_version, 0) + 1");
        CaseColumns.add(
                row,
                snapshot.pendingOn(),
                snapshot.state().ended(),
                snapshot.failed(),
                snapshot.due().orElse(null),
                now);
        PinnedProvider provider = snapshot.provider();
        String name = provider == null ? snapshot.invitation().provider().toString() : provider.name();
        return row.set("name_key", name.toLowerCase(Locale.ROOT));
    }

    private static void invitation(Row row, ConnectionSnapshot snapshot) {
        Invitation invitation = snapshot.invitation();
        boolean open = !snapshot.state().over();
        row.set("number", invitation.number())
                .set("registration", invitation.registration())
                .set("provider_url", invitation.provider())
                .set("provider_pin", invitation.pin())
                .set("open_key", open ? openKey(invitation.pin(), invitation.registration()) : null)
                .set("opened_by", invitation.openedBy())
                .set("opened_at", invitation.openedAt());
    }

    static String openKey(String pin, String registration) {
        return pin + " " + registration;
    }

    private static void link(Row row, LinkInUse link) {
        LinkInUse.Secret secret = link.secret();
        row.set("secret_sealed", secret == null ? null : secret.sealed())
                .set("link_hash", link.hash())
                .set("link_expires_at", link.expiresAt());
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
        row.set("claim_answer", provider == null || provider.answer().length == 0 ? null : provider.answer());
        Endpoints endpoints = provider == null ? null : provider.endpoints();
        row.set("authorization_url", endpoints == null ? null : endpoints.authorization())
                .set("token_url", endpoints == null ? null : endpoints.token())
                .set("exchange_url", endpoints == null ? null : endpoints.exchange())
                .set("confirmation_url", endpoints == null ? null : endpoints.confirmation())
                .set("probe_url", endpoints == null ? null : endpoints.probe());
    }

    private static void token(Row row, @Nullable SealedToken token) {
        row.set("token_sealed", token == null ? null : token.sealed())
                .set("token_expires_at", token == null ? null : token.expiresAt());
    }

    private static void keys(Row row, @Nullable AgreedKeys keys) {
        row.set("key_id", keys == null ? null : keys.keyId())
                .set("inbound_active", keys != null && keys.inbound())
                .set("outbound_active", keys != null && keys.outbound());
    }

    static ConnectionSnapshot read(ResultSet row) throws SQLException {
        return new ConnectionSnapshot(
                readInvitation(row),
                readProgress(row),
                readLink(row),
                new ClaimAtProvider(row.getString("company_id"), readProvider(row)),
                readToken(row),
                readKeys(row));
    }

    private static Invitation readInvitation(ResultSet row) throws SQLException {
        return new Invitation(
                row.getString("number"),
                row.getString("registration"),
                uri(row, "provider_url"),
                row.getString("provider_pin"),
                row.getString("opened_by"),
                Row.time(row, "opened_at"));
    }

    private static CaseProgress<ConnectionState, LocalizedMessage> readProgress(ResultSet row) throws SQLException {
        return new CaseProgress<>(
                ConnectionState.valueOf(row.getString("state")),
                KeptReason.read(row.getString("reason")),
                FindingText.read(row.getString("findings")),
                ApprovalText.read(row.getString("approvals")));
    }

    private static @Nullable PinnedProvider readProvider(ResultSet row) throws SQLException {
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
                Row.time(row, "link_expires_at"),
                Objects.requireNonNullElse(row.getBytes("claim_answer"), new byte[0]));
    }

    private static LinkInUse readLink(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("secret_sealed");
        return new LinkInUse(
                sealed == null ? null : new LinkInUse.Secret(sealed),
                row.getString("link_hash"),
                Row.time(row, "link_expires_at"));
    }

    private static @Nullable AgreedKeys readKeys(ResultSet row) throws SQLException {
        String keyId = row.getString("key_id");
        return keyId == null
                ? null
                : new AgreedKeys(keyId, row.getBoolean("inbound_active"), row.getBoolean("outbound_active"));
    }

    private static @Nullable SealedToken readToken(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("token_sealed");
        return sealed == null ? null : new SealedToken(sealed, Row.time(row, "token_expires_at"));
    }

    private static URI uri(ResultSet row, String column) throws SQLException {
        return URI.create(row.getString(column));
    }
}
