package org.serviceexchange.backup.offline;

import java.util.List;
import org.serviceexchange.backup.Rows;

/** The tables of key management among others. */
record KeyRowsOnly(Rows all) implements Rows {

    private static final String PREFIX = "kmf_";

    @Override
    public List<String> tables() {
        return all.tables().stream().filter(table -> table.startsWith(PREFIX)).toList();
    }

    @Override
    public void read(String table, Sink sink) {
        all.read(table, sink);
    }
}
