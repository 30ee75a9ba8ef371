package org.serviceexchange.provider.registration.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;

/** Maps rows to registrations and back. */
final class RegistrationRow {

    private static final RegistrationRequest NOBODY = new RegistrationRequest("", "", "", "", "", Instant.EPOCH);

    static final String INSERT;
    static final String UPDATE;

    static {
        var columns = of(Registration.requested(NOBODY).snapshot()).keySet();
        INSERT = "insert into consumer_registration (" + String.join(", ", columns) + ", turn_since, name_key) values ("
                + columns.stream().map(column -> ":" + column).collect(Collectors.joining(", "))
                + ", :now, (select name_key from company where id = :company_id))";
        UPDATE = "update consumer_registration set "
                + columns.stream().map(column -> column + " = :" + column).collect(Collectors.joining(", "))
                + ", turn_since = case when turn = :turn then turn_since else :now end where number = :number";
    }

    private RegistrationRow() {}

    static Map<String, @Nullable Object> of(RegistrationSnapshot snapshot) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        RegistrationRequest request = snapshot.request();
        row.put("number", request.number());
        row.put("company_id", request.companyId());
        row.put("contact_id", request.contactId());
        row.put("consumer_url", request.consumerUrl());
        row.put("requested_by", request.requestedBy());
        row.put("requested_at", time(request.at()));
        row.put("state", snapshot.state().name());
        row.put(
                "closing_reason",
                snapshot.closingReason() == null
                        ? null
                        : snapshot.closingReason().name());
        boolean free = snapshot.state() == RegistrationState.CLOSED_INCOMPLETE;
        row.put("occupies", free ? null : occupies(request.companyId(), request.consumerUrl()));
        row.put("findings", snapshot.findings().isEmpty() ? null : FindingText.write(snapshot.findings()));
        row.put("exchange_failures", snapshot.exchangeFailures());
        link(row, snapshot.link());
        claim(row, snapshot.claim());
        decision(row, "matched", snapshot.match());
        decision(row, "consent", snapshot.consent());
        connection(row, snapshot.connection());
        row.put("turn", snapshot.pendingOn().name());
        row.put("ended", snapshot.state().closed());
        row.put("failed", snapshot.failed());
        row.put(
                "due_at",
                CaseTables.due(snapshot.link() == null ? null : snapshot.link().expiresAt()));
        return row;
    }

    static String occupies(String companyId, String consumerUrl) {
        return companyId + " " + consumerUrl;
    }

    private static void link(Map<String, @Nullable Object> row, @Nullable Link link) {
        row.put("secret_hash", link == null ? null : link.secretHash());
        row.put("secret_sealed", link == null ? null : link.sealedSecret());
        row.put("link_expires_at", link == null ? null : time(link.expiresAt()));
    }

    private static void claim(Map<String, @Nullable Object> row, @Nullable Claim claim) {
        row.put("consumer_thumbprint", claim == null ? null : claim.thumbprint());
        row.put("consumer_name", claim == null ? null : claim.consumerName());
        row.put("signature_key", claim == null ? null : claim.signatureKey());
        row.put("encryption_key", claim == null ? null : claim.encryptionKey());
        row.put("client_id", claim == null ? null : claim.clientId());
        row.put("client_jwk", claim == null ? null : claim.clientJwk());
        row.put("claimed_at", claim == null ? null : time(claim.at()));
    }

    private static void decision(Map<String, @Nullable Object> row, String what, @Nullable Decision by) {
        row.put(what + "_user", by == null ? null : by.userId());
        row.put(what + "_at", by == null ? null : time(by.at()));
    }

    private static void connection(Map<String, @Nullable Object> row, @Nullable ConsumerConnection connection) {
        row.put("connection_number", connection == null ? null : connection.number());
        row.put("key_id", connection == null ? null : connection.keyId());
        row.put("inbound_since", connection == null ? null : time(connection.inboundSince()));
        row.put("outbound_since", connection == null ? null : time(connection.outboundSince()));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    static Registration read(ResultSet row, int index) throws SQLException {
        String reason = row.getString("closing_reason");
        return Registration.of(new RegistrationSnapshot(
                new RegistrationRequest(
                        row.getString("number"),
                        row.getString("company_id"),
                        row.getString("contact_id"),
                        row.getString("consumer_url"),
                        row.getString("requested_by"),
                        instant(row, "requested_at")),
                RegistrationState.valueOf(row.getString("state")),
                reason == null ? null : ClosingReason.valueOf(reason),
                FindingText.read(row.getString("findings")),
                readLink(row),
                readClaim(row),
                readDecision(row, "matched"),
                readDecision(row, "consent"),
                readConnection(row),
                row.getInt("exchange_failures")));
    }

    private static @Nullable Link readLink(ResultSet row) throws SQLException {
        String hash = row.getString("secret_hash");
        return hash == null ? null : new Link(hash, row.getBytes("secret_sealed"), instant(row, "link_expires_at"));
    }

    private static @Nullable Claim readClaim(ResultSet row) throws SQLException {
        String thumbprint = row.getString("consumer_thumbprint");
        if (thumbprint == null) {
            return null;
        }
        return new Claim(
                thumbprint,
                row.getString("consumer_name"),
                row.getBytes("signature_key"),
                row.getBytes("encryption_key"),
                row.getString("client_id"),
                row.getString("client_jwk"),
                instant(row, "claimed_at"));
    }

    private static @Nullable Decision readDecision(ResultSet row, String what) throws SQLException {
        String user = row.getString(what + "_user");
        return user == null ? null : new Decision(user, instant(row, what + "_at"));
    }

    private static @Nullable ConsumerConnection readConnection(ResultSet row) throws SQLException {
        String number = row.getString("connection_number");
        if (number == null) {
            return null;
        }
        return new ConsumerConnection(
                number,
                row.getString("key_id"),
                optionalInstant(row, "inbound_since"),
                optionalInstant(row, "outbound_since"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant optionalInstant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
