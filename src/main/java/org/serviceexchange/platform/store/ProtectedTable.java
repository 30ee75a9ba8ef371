package org.serviceexchange.platform.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.RecordFinding.What;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * A table whose rows are read and written only with a proof, a keyed hash over all columns in the table
 * {@code record_proof}. Reading costs no statement more, writing one. Queries call this table {@code t}; names of tables
 * and columns are part of the program, never input.
 *
 * <p>Security guarantees: A row that was edited, added or put back from an older copy is not read. Every column of a row
 * is proved unless the table names it as shown only. A row that was removed is found when the table is examined.
 */
public final class ProtectedTable implements ProtectedRecords {

    private static final Logger LOG = LoggerFactory.getLogger(ProtectedTable.class);
    private static final String MAC = "record_mac";

    private final JdbcClient jdbc;
    private final RecordMac mac;
    private final ProofTable proofs;
    private final RefusedRecords refused;
    private final String name;
    private final String key;
    private final Set<String> shownOnly;

    ProtectedTable(
            JdbcClient jdbc, RecordMac mac, RefusedRecords refused, String name, String key, Set<String> shownOnly) {
        this.jdbc = jdbc;
        this.mac = mac;
        this.proofs = new ProofTable(jdbc, mac, name, key);
        this.refused = refused;
        this.name = name;
        this.key = key;
        this.shownOnly = shownOnly;
    }

    /** A query over this table; it is run a second time if a proof does not fit. */
    public interface Query<T> {

        List<Found<T>> run(RowMapper<Found<T>> mapper);
    }

    /** A row that was found; it has a value only if its proof fits. */
    public record Found<T>(String key, Optional<T> value) {}

    @Override
    public String name() {
        return name;
    }

    /** The select list: this table's columns and the proof; those of other tables follow. */
    public String columns() {
        return "t.*, (select p.mac from record_proof p where p.table_name = '" + name + "' and p.record_key = t." + key
                + ") as " + MAC;
    }

    /** The first row of a query; a {@code RECORD_ALTERED} problem if its proof does not fit. */
    public <T> Optional<T> one(RowMapper<T> mapper, Query<T> query) {
        return proved(mapper, query).stream()
                .findFirst()
                .map(found ->
                        found.value().orElseThrow(() -> new Problem(ProblemCode.RECORD_ALTERED, name, found.key())));
    }

    /** The rows of a query whose proofs fit; the others are left out, and named on the health page. */
    public <T> List<T> list(RowMapper<T> mapper, Query<T> query) {
        return proved(mapper, query).stream()
                .flatMap(found -> found.value().stream())
                .toList();
    }

    private <T> List<Found<T>> proved(RowMapper<T> mapper, Query<T> query) {
        List<Found<T>> rows = twice(mapper, query);
        for (Found<T> row : rows) {
            if (row.value().isEmpty() && refused.add(new RecordFinding(name, row.key(), What.ALTERED))) {
                LOG.warn("Row {} of table {} was altered by another program; it is refused.", row.key(), name);
            }
        }
        return rows;
    }

    /** A query that waited for a lock may see the row as it is and the proof as it was before: asking again tells. */
    private <T> List<Found<T>> twice(RowMapper<T> mapper, Query<T> query) {
        List<Found<T>> first = query.run((row, index) -> found(row, index, mapper));
        return first.stream().allMatch(found -> found.value().isPresent())
                ? first
                : query.run((row, index) -> found(row, index, mapper));
    }

    private <T> Found<T> found(ResultSet row, int index, RowMapper<T> mapper) throws SQLException {
        byte[] tag = row.getBytes(MAC);
        boolean fits = tag != null && mac.verify(ProofTable.PURPOSE, RowFields.encode(name, provedColumns(row)), tag);
        return new Found<>(
                row.getString(key), fits ? Optional.ofNullable(mapper.mapRow(row, index)) : Optional.empty());
    }

    private Map<String, Object> provedColumns(ResultSet row) throws SQLException {
        Map<String, Object> columns = new HashMap<>();
        var labels = row.getMetaData();
        for (int i = 1; !labels.getColumnLabel(i).equalsIgnoreCase(MAC); i++) {
            put(columns, labels.getColumnLabel(i), JdbcUtils.getResultSetValue(row, i));
        }
        return columns;
    }

    private void put(Map<String, Object> columns, String label, @Nullable Object value) {
        String column = label.toLowerCase(Locale.ROOT);
        if (value != null && !shownOnly.contains(column)) {
            columns.put(column, value);
        }
    }

    /** Runs an insert of one row, and proves the row as it was stored. */
    public void insert(String sql, Map<String, ?> parameters) {
        for (Map<String, Object> row : proofs.write(sql, parameters)) {
            proofs.add(key(row), encoded(row));
        }
    }

    /**
     * Runs an update, and proves the rows as they were stored. Whoever sets less than all columns has locked the row by
     * {@link #one} before: what stands in the others would be proved whatever it is.
     */
    public void update(String sql, Map<String, ?> parameters) {
        for (Map<String, Object> row : proofs.write(sql, parameters)) {
            if (!proofs.replace(key(row), encoded(row))) {
                throw new Problem(ProblemCode.RECORD_ALTERED, name, key(row));
            }
        }
    }

    private String key(Map<String, Object> row) {
        return String.valueOf(row.get(key));
    }

    private byte[] encoded(Map<String, Object> row) {
        Map<String, Object> columns = new HashMap<>();
        row.forEach((column, value) -> put(columns, column, value));
        return RowFields.encode(name, columns);
    }

    /** Proves all rows as they are, if that was never done before; part of the caller's transaction. */
    boolean sealOnce() {
        return proofs.sealOnce(this::encoded, this::key);
    }

    @Override
    public Examined examine(@Nullable String after, int limit) {
        List<Found<String>> rows = after == null
                ? rows("", Map.of(), limit)
                : rows(" where t." + key + " > :key", Map.of("key", after), limit);
        String last = rows.size() < limit ? null : rows.get(rows.size() - 1).key();
        List<RecordFinding> findings = new ArrayList<>();
        rows.stream()
                .filter(row -> row.value().isEmpty())
                .forEach(row -> findings.add(new RecordFinding(name, row.key(), What.ALTERED)));
        proofs.withoutRow(after, last).forEach(gone -> findings.add(new RecordFinding(name, gone, What.REMOVED)));
        if (last == null && !proofs.numberStands()) {
            findings.add(new RecordFinding(name, "", What.NUMBER));
        }
        return new Examined(last, rows.size(), findings);
    }

    @Override
    public boolean stands(RecordFinding found) {
        if (found.what() == What.NUMBER) {
            return proofs.numberStands();
        }
        List<Found<String>> rows = rows(" where t." + key + " = :key", Map.of("key", found.key()), 1);
        return rows.isEmpty()
                ? !proofs.has(found.key())
                : rows.stream().allMatch(row -> row.value().isPresent());
    }

    private List<Found<String>> rows(String where, Map<String, ?> parameters, int limit) {
        String sql = "select " + columns() + " from " + name + " t" + where + " order by t." + key + " fetch first "
                + limit + " rows only";
        return twice(
                (row, n) -> "",
                mapper -> jdbc.sql(sql).params(parameters).query(mapper).list());
    }
}
