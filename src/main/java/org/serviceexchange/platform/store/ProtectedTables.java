package org.serviceexchange.platform.store;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** All protected records of this instance. Proves the rows of earlier versions at the first start of this one. */
@Component
public class ProtectedTables {

    private static final Logger LOG = LoggerFactory.getLogger(ProtectedTables.class);

    private final JdbcClient jdbc;
    private final RecordMac mac;
    private final RefusedRecords refused;
    private final TransactionTemplate transaction;
    private final List<ProtectedRecords> all = new CopyOnWriteArrayList<>();

    public ProtectedTables(
            JdbcClient jdbc, RecordMac mac, RefusedRecords refused, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.mac = mac;
        this.refused = refused;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Protects a table, which has a row in {@code record_seal}. Its store calls this before it reads, so that the rows of
     * earlier versions are proved first, once.
     *
     * @param key the column with the primary key
     * @param shownOnly columns by which nothing is decided and that change without the row
     */
    public ProtectedTable protect(String name, String key, String... shownOnly) {
        ProtectedTable table = new ProtectedTable(jdbc, mac, refused, name, key, Set.of(shownOnly));
        if (Boolean.FALSE.equals(transaction.execute(status -> table.sealOnce()))) {
            LOG.error(
                    "The number of rows of the table {} was removed from record_seal by another program. Restore it from a backup.",
                    name);
        }
        all.add(table);
        return table;
    }

    /** Adds records that are authenticated in another way. */
    public void add(ProtectedRecords records) {
        all.add(records);
    }

    public List<ProtectedRecords> all() {
        return all;
    }
}
