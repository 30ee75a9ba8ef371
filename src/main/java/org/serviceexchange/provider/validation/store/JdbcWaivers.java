package org.serviceexchange.provider.validation.store;

import org.serviceexchange.platform.store.Row;
import org.serviceexchange.provider.validation.Waiver;
import org.serviceexchange.provider.validation.Waivers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Waivers in the table {@code consumer_check_waiver}. */
@Repository
class JdbcWaivers implements Waivers {

    private static final String TABLE = "consumer_check_waiver";

    private final JdbcClient jdbc;

    JdbcWaivers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The caller holds the lock of the registration, so nobody else replaces the row at the same time. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Waiver waiver) {
        jdbc.sql("delete from " + TABLE + " where registration = ?")
                .param(waiver.registration())
                .update();
        new Row()
                .set("registration", waiver.registration())
                .set("consumer_url", waiver.consumerUrl())
                .set("waived_by", waiver.userId())
                .set("waived_at", waiver.at())
                .insert(jdbc, TABLE);
    }

    @Override
    public boolean exists(String registration, String consumerUrl) {
        return jdbc.sql("select count(*) from " + TABLE + " where registration = ? and consumer_url = ?")
                        .params(registration, consumerUrl)
                        .query(Long.class)
                        .single()
                > 0;
    }
}
