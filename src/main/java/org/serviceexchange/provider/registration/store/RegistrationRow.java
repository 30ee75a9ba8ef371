package org.serviceexchange.provider.registration.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.approval.ApprovalText;
import org.serviceexchange.center.CaseColumns;
import org.serviceexchange.center.CaseProgress;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.ConsumerConnection;
import org.serviceexchange.provider.registration.ContactAuthorization;
import org.serviceexchange.provider.registration.Counterpart;
import org.serviceexchange.provider.registration.Counterpart.Departure;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.RegistrationSnapshot;
import org.serviceexchange.provider.registration.RegistrationState;

/** A registration as a row, and back. */
final class RegistrationRow {

    private RegistrationRow() {}

    static Row of(RegistrationSnapshot snapshot, Instant now) {
        Row row = new Row();
        RegistrationRequest request = snapshot.request();
        row.set("number", request.number())
                .set("company_id", request.companyId())
                .set("contact_id", request.contactId())
                .set("consumer_url", request.consumerUrl())
                .set("requested_by", request.requestedBy())
                .set("requested_at", request.at())
                .set("state", snapshot.state())
                .set("closing_reason", snapshot.closingReason());
        boolean free = snapshot.state().over();
        row.set("occupies", free ? null : occupies(request.companyId(), request.consumerUrl()))
                .set("findings", snapshot.findings().isEmpty() ? null : FindingText.write(snapshot.findings()))
                .set("exchange_failures", snapshot.keys().failures());
        Link link = snapshot.link();
        link(row, link, snapshot.closingReason());
        claim(row, snapshot.claim());
        decision(row, "matched", snapshot.authorization().match());
        decision(row, "consent", snapshot.authorization().consent());
        row.set("approvals", ApprovalText.write(snapshot.progress().approvals()));
        connection(row, snapshot.connection());
        counterpart(row, snapshot.counterpart());
        CaseColumns.add(
                row,
                snapshot.pendingOn(),
                snapshot.state().closed(),
                snapshot.failed(),
                link == null ? null : link.expiresAt(),
                now);
        return row.computeOnce("name_key", "(select name_key from company where id = :company_id)");
    }

    static String occupies(String companyId, String consumerUrl) {
        return companyId + " " + consumerUrl;
    }

    /** The hash of an expired link stays, so that whoever still has the link is told that it has expired. */
    private static void link(Row row, @Nullable Link link, @Nullable ClosingReason closed) {
        if (closed != ClosingReason.EXPIRED) {
            row.set("secret_hash", link == null ? null : link.secretHash());
        }
        row.set("secret_sealed", link == null ? null : link.sealedSecret())
                .set("link_expires_at", link == null ? null : link.expiresAt())
                .set("link_unsent", link == null ? null : link.unsent());
    }

    private static void claim(Row row, @Nullable Claim claim) {
        row.set("consumer_thumbprint", claim == null ? null : claim.thumbprint())
                .set("consumer_name", claim == null ? null : claim.consumerName())
                .set("signature_key", claim == null ? null : claim.signatureKey())
                .set("encryption_key", claim == null ? null : claim.encryptionKey())
                .set("client_id", claim == null ? null : claim.clientId())
                .set("client_jwk", claim == null ? null : claim.clientJwk())
                .set("claimed_at", claim == null ? null : claim.at());
    }

    private static void decision(Row row, String what, @Nullable Decision by) {
        row.set(what + "_user", by == null ? null : by.userId()).set(what + "_at", by == null ? null : by.at());
    }

    private static void connection(Row row, @Nullable ConsumerConnection connection) {
        row.set("connection_number", connection == null ? null : connection.number())
                .set("key_id", connection == null ? null : connection.keyId())
                .set("inbound_since", connection == null ? null : connection.inboundSince())
                .set("outbound_since", connection == null ? null : connection.outboundSince());
    }

    private static void counterpart(Row row, Counterpart counterpart) {
        Departure departure = counterpart.departure();
        List<String> former = counterpart.former();
        row.set("link_generation", counterpart.generation())
                .compute("record_version", "1", "coalesce(record_version, 0) + 1")
                .set("former_consumers", former.isEmpty() ? null : String.join(" ", former))
                .set("consumer_departure", departure);
    }

    static RegistrationSnapshot read(ResultSet row) throws SQLException {
        return new RegistrationSnapshot(
                readRequest(row),
                readProgress(row),
                readLink(row),
                readClaim(row),
                new ContactAuthorization(readDecision(row, "matched"), readDecision(row, "consent")),
                new KeyAgreement(readConnection(row), row.getInt("exchange_failures")),
                readCounterpart(row));
    }

    /** A row of an earlier version has had one link if it has one. */
    private static Counterpart readCounterpart(ResultSet row) throws SQLException {
        int generation = row.getInt("link_generation");
        boolean earlier = row.wasNull() && row.getBytes("secret_sealed") != null;
        String former = row.getString("former_consumers");
        String departure = row.getString("consumer_departure");
        return new Counterpart(
                earlier ? 1 : generation,
                former == null ? List.of() : List.of(former.split(" ")),
                departure == null ? null : Departure.valueOf(departure));
    }

    private static RegistrationRequest readRequest(ResultSet row) throws SQLException {
        return new RegistrationRequest(
                row.getString("number"),
                row.getString("company_id"),
                row.getString("contact_id"),
                row.getString("consumer_url"),
                row.getString("requested_by"),
                Row.time(row, "requested_at"));
    }

    private static CaseProgress<RegistrationState, ClosingReason> readProgress(ResultSet row) throws SQLException {
        String reason = row.getString("closing_reason");
        return new CaseProgress<>(
                RegistrationState.valueOf(row.getString("state")),
                reason == null ? null : ClosingReason.valueOf(reason),
                FindingText.read(row.getString("findings")),
                ApprovalText.read(row.getString("approvals")));
    }

    private static @Nullable Link readLink(ResultSet row) throws SQLException {
        byte[] sealed = row.getBytes("secret_sealed");
        return sealed == null
                ? null
                : new Link(
                        row.getString("secret_hash"),
                        sealed,
                        Row.time(row, "link_expires_at"),
                        row.getBoolean("link_unsent"));
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
                Row.time(row, "claimed_at"));
    }

    private static @Nullable Decision readDecision(ResultSet row, String what) throws SQLException {
        String user = row.getString(what + "_user");
        return user == null ? null : new Decision(user, Row.time(row, what + "_at"));
    }

    private static @Nullable ConsumerConnection readConnection(ResultSet row) throws SQLException {
        String number = row.getString("connection_number");
        if (number == null) {
            return null;
        }
        return new ConsumerConnection(
                number,
                row.getString("key_id"),
                Row.timeOrNull(row, "inbound_since"),
                Row.timeOrNull(row, "outbound_since"));
    }
}
