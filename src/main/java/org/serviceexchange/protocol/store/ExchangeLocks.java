package org.serviceexchange.protocol.store;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Locks that are held until the end of the transaction. */
@Component
class ExchangeLocks {

    private final JdbcClient jdbc;
    private final RowOnce rows;

    ExchangeLocks(JdbcClient jdbc, RowOnce rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String name) {
        while (!locked(name) && !inserted(name)) {
            // Another transaction was faster; if housekeeping has removed the row meanwhile, it is made anew
        }
    }

    /** A new row is locked by the transaction that inserted it. */
    private boolean inserted(String name) {
        try {
            rows.insert("insert into exchange_lock (name) values (?)", List.of(name));
            return true;
        } catch (DuplicateKeyException anotherWasFaster) {
            return false;
        }
    }

    private boolean locked(String name) {
        return jdbc.sql("select name from exchange_lock where name = ? for update")
                .param(name)
                .query(String.class)
                .optional()
                .isPresent();
    }
}
