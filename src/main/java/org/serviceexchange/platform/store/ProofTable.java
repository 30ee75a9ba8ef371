package org.serviceexchange.platform.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ColumnMapRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/** The proofs of one table's rows in the table {@code record_proof}. */
final class ProofTable {

    /** The purpose of the keyed hash, see {@link RecordMac#mac}. */
    static final String PURPOSE = "record";

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final RecordMac mac;
    private final TableSeal seal;
    private final String table;
    private final String key;
    private volatile String @Nullable [] columns;

    ProofTable(JdbcClient jdbc, RecordMac mac, String table, String key) {
        this.jdbc = jdbc;
        this.mac = mac;
        this.seal = new TableSeal(jdbc, mac, table);
        this.table = table;
        this.key = key;
    }

    /** Runs a statement that writes rows of the table, and returns them as they were stored. */
    List<Map<String, Object>> write(String sql, Map<String, ?> parameters) {
        GeneratedKeyHolder stored = new GeneratedKeyHolder();
        jdbc.sql(sql).params(parameters).update(stored, names());
        return stored.getKeyList();
    }

    /** As the database spells them. */
    private String[] names() {
        String[] known = columns;
        if (known == null) {
            known = jdbc.sql("select * from " + table + " where 1 = 0").query((ResultSet none) -> names(none));
            columns = known;
        }
        return known;
    }

    private static String[] names(ResultSet none) throws SQLException {
        ResultSetMetaData labels = none.getMetaData();
        String[] names = new String[labels.getColumnCount()];
        for (int i = 0; i < names.length; i++) {
            names[i] = labels.getColumnName(i + 1);
        }
        return names;
    }

    /** Proves a row that was added. */
    void add(String record, byte[] fields) {
        insert(record, fields);
        seal.added();
    }

    private void insert(String record, byte[] fields) {
        jdbc.sql("insert into record_proof (table_name, record_key, mac) values (?, ?, ?)")
                .params(table, record, mac.mac(PURPOSE, fields))
                .update();
    }

    /** Proves a row that was changed; false if it had no proof. */
    boolean replace(String record, byte[] fields) {
        return jdbc.sql("update record_proof set mac = ? where table_name = ? and record_key = ?")
                        .params(mac.mac(PURPOSE, fields), table, record)
                        .update()
                == 1;
    }

    boolean has(String record) {
        return jdbc.sql("select count(*) from record_proof where table_name = ? and record_key = ?")
                        .params(table, record)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Keys of proofs without a row, after one key and up to another; null for the first and the last. */
    List<String> withoutRow(@Nullable String after, @Nullable String last) {
        Map<String, Object> parameters = new HashMap<>(Map.of("table", table));
        String limits = "";
        if (after != null) {
            limits += " and p.record_key > :after";
            parameters.put("after", after);
        }
        if (last != null) {
            limits += " and p.record_key <= :last";
            parameters.put("last", last);
        }
        return jdbc.sql("select p.record_key from record_proof p where p.table_name = :table" + limits
                        + " and not exists (select 1 from " + table + " t where t." + key + " = p.record_key)"
                        + " order by p.record_key fetch first " + BATCH + " rows only")
                .params(parameters)
                .query(String.class)
                .list();
    }

    boolean numberStands() {
        return seal.stands();
    }

    /**
     * Proves the rows of earlier versions. Only once: if the note that it was done is gone while proofs are there, nothing
     * is proved.
     */
    boolean sealOnce(Function<Map<String, Object>, byte[]> fields, Function<Map<String, Object>, String> keyOf) {
        if (!seal.lockUnsealed()) {
            return true;
        }
        boolean begunBefore = jdbc.sql("select count(*) from record_proof where table_name = ?")
                        .param(table)
                        .query(Long.class)
                        .single()
                > 0;
        if (begunBefore) {
            return false;
        }
        long sealed = 0;
        List<Map<String, Object>> batch = next(null);
        while (!batch.isEmpty()) {
            batch.forEach(row -> insert(keyOf.apply(row), fields.apply(row)));
            sealed += batch.size();
            batch = next(keyOf.apply(batch.get(batch.size() - 1)));
        }
        seal.seal(sealed);
        return true;
    }

    private List<Map<String, Object>> next(@Nullable String after) {
        String from = after == null ? "" : " where " + key + " > :after";
        return jdbc.sql("select * from " + table + from + " order by " + key + " fetch first " + BATCH + " rows only")
                .params(after == null ? Map.of() : Map.of("after", after))
                .query(new ColumnMapRowMapper())
                .list();
    }
}
