package org.serviceexchange.protocol.store;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Inserts a row behind a savepoint, so that a duplicate key leaves the surrounding transaction usable. */
@Component
class RowOnce {

    private final JdbcClient jdbc;

    RowOnce(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Runs the insert; throws {@link DuplicateKeyException} if another transaction was faster. */
    @Transactional(propagation = Propagation.NESTED)
    public void insert(String sql, List<?> params) {
        jdbc.sql(sql).params(params).update();
    }
}
