package org.serviceexchange.workshop.shipping.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessageText;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.platform.store.ProtectedTable;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.workshop.shipping.ModelFiles;
import org.serviceexchange.workshop.shipping.ModelZip;
import org.serviceexchange.workshop.shipping.ShippedVersion;
import org.serviceexchange.workshop.shipping.ShippedVersions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Versions in the table {@code process_version}, their files in {@code process_version_content}. */
@Repository
class JdbcShippedVersions implements ShippedVersions {

    private static final String TABLE = "process_version";
    private static final String PREFIX = "PMV";

    private final JdbcClient jdbc;
    private final ProtectedTable table;
    private final Numbers numbers;

    JdbcShippedVersions(JdbcClient jdbc, ProtectedTables tables, Numbers numbers) {
        this.jdbc = jdbc;
        this.table = tables.protect(TABLE, "number");
        this.numbers = numbers;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        numbers.lock(PREFIX);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String nextNumber() {
        return numbers.next(PREFIX);
    }

    @Override
    public List<ShippedVersion> all() {
        return table.list(
                JdbcShippedVersions::version,
                mapper -> jdbc.sql("select " + table.columns() + " from process_version t order by t.number desc")
                        .query(mapper)
                        .list());
    }

    @Override
    public Optional<ShippedVersion> find(String number) {
        return table.one(
                JdbcShippedVersions::version,
                mapper -> jdbc.sql("select " + table.columns() + " from process_version t where t.number = ?")
                        .param(number)
                        .query(mapper)
                        .list());
    }

    @Override
    public Optional<ShippedVersion> inUse() {
        return table.one(
                JdbcShippedVersions::version,
                mapper -> jdbc.sql("select " + table.columns() + " from process_version t where t.turn ="
                                + " (select max(other.turn) from process_version other)")
                        .query(mapper)
                        .list());
    }

    @Override
    public boolean isMade(String decision) {
        return all().stream()
                .anyMatch(one -> one.decision().equals(decision) && one.state() != ShippedVersion.State.REFUSED);
    }

    @Override
    public void add(ShippedVersion version, Map<String, byte[]> files) {
        row(version)
                .set("source", version.source())
                .set("fingerprint", version.fingerprint())
                .set("decision", version.decision())
                .set("reason", version.reason())
                .set("proposed_by", version.proposedBy())
                .set("proposed_at", version.proposedAt())
                .insert(table);
        if (!files.isEmpty()) {
            new Row()
                    .set("number", version.number())
                    .set("content", ModelZip.write(files))
                    .insert(jdbc, "process_version_content");
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void update(ShippedVersion version) {
        find(version.number());
        row(version).update(table, "number");
    }

    private static Row row(ShippedVersion version) {
        return new Row()
                .set("number", version.number())
                .set("state", version.state())
                .set("decided_by", version.decidedBy())
                .set("decided_at", version.decidedAt())
                .set("turn", version.turn())
                .set("deployment", version.deployment())
                .set(
                        "findings",
                        version.findings().isEmpty() ? null : LocalizedMessageText.writeAll(version.findings()));
    }

    @Override
    public ModelFiles files(ShippedVersion version) {
        byte[] packed = jdbc.sql("select content from process_version_content where number = ?")
                .param(version.number())
                .query((row, index) -> row.getBytes("content"))
                .optional()
                .orElse(new byte[0]);
        ModelFiles models = ModelFiles.of(ModelZip.unpack(packed)).because(version.reason());
        if (!models.fingerprint().equals(version.fingerprint())) {
            throw new Problem(ProblemCode.RECORD_ALTERED, "process_version_content", version.number());
        }
        return models;
    }

    private static ShippedVersion version(ResultSet row, int index) throws SQLException {
        long turn = row.getLong("turn");
        boolean accepted = !row.wasNull();
        return new ShippedVersion(
                row.getString("number"),
                ShippedVersion.Source.valueOf(row.getString("source")),
                ShippedVersion.State.valueOf(row.getString("state")),
                row.getString("fingerprint"),
                row.getString("decision"),
                row.getString("reason"),
                row.getString("proposed_by"),
                Row.time(row, "proposed_at"),
                row.getString("decided_by"),
                Row.timeOrNull(row, "decided_at"),
                accepted ? turn : null,
                row.getString("deployment"),
                LocalizedMessageText.readAll(row.getString("findings")));
    }
}
