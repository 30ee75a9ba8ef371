package org.serviceexchange.platform.store;

import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many rows a protected table has, in an authenticated row of {@code record_seal}. */
final class TableSeal {

    private static final String PURPOSE = "record-seal";

    private final JdbcClient jdbc;
    private final RecordMac mac;
    private final String table;

    TableSeal(JdbcClient jdbc, RecordMac mac, String table) {
        this.jdbc = jdbc;
        this.mac = mac;
        this.table = table;
    }

    /** Whether no number was ever sealed; locks it until the transaction ends. */
    boolean lockUnsealed() {
        return lock().mac() == null;
    }

    void seal(long rows) {
        write(rows, mac.mac(PURPOSE, bytes(rows)));
    }

    /** A row was added. A number that does not stand stays so: it is never authenticated anew. */
    void added() {
        Sealed now = lock();
        long rows = now.rows() + 1;
        write(rows, stands(now) ? mac.mac(PURPOSE, bytes(rows)) : now.mac());
    }

    /** Whether the table has as many rows as were written. */
    boolean stands() {
        return jdbc.sql("select row_count, mac, (select count(*) from " + table
                        + ") as present from record_seal where table_name = :table")
                .param("table", table)
                .query((row, n) -> stands(new Sealed(row.getLong("row_count"), row.getBytes("mac")))
                        && row.getLong("row_count") == row.getLong("present"))
                .optional()
                .orElse(false);
    }

    private boolean stands(Sealed sealed) {
        byte[] tag = sealed.mac();
        return tag != null && mac.verify(PURPOSE, bytes(sealed.rows()), tag);
    }

    private Sealed lock() {
        return jdbc.sql("select row_count, mac from record_seal where table_name = :table for update")
                .param("table", table)
                .query((row, n) -> new Sealed(row.getLong("row_count"), row.getBytes("mac")))
                .optional()
                .orElse(new Sealed(0, new byte[0]));
    }

    private void write(long rows, byte @Nullable [] tag) {
        jdbc.sql("update record_seal set row_count = ?, mac = ? where table_name = ?")
                .params(Arrays.asList(rows, tag, table))
                .update();
    }

    private byte[] bytes(long rows) {
        return RowFields.encode(table, Map.of("rows", rows));
    }

    /** The number of rows as it is stored. */
    private static final class Sealed {

        private final long rows;
        private final byte @Nullable [] mac;

        Sealed(long rows, byte @Nullable [] mac) {
            this.rows = rows;
            this.mac = mac;
        }

        long rows() {
            return rows;
        }

        byte @Nullable [] mac() {
            return mac;
        }
    }
}
