package org.serviceexchange.provider.validation.store;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.platform.store.ProtectedTable;
import org.serviceexchange.platform.store.ProtectedTables;
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

    private final JdbcClient jdbc;
    private final ProtectedTable table;

    JdbcWaivers(JdbcClient jdbc, ProtectedTables tables) {
        this.jdbc = jdbc;
        this.table = tables.protect("consumer_check_waiver", "registration");
    }

    /** The caller holds the lock of the registration, so nobody else replaces the row at the same time. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Waiver waiver) {
        if (address(waiver.registration()).isPresent()) {
            table.update(
                    "update consumer_check_waiver set consumer_url = :url, waived_by = :by, waived_at = :at"
                            + " where registration = :registration",
                    Map.of(
                            "url", waiver.consumerUrl(),
                            "by", waiver.userId(),
                            "at", waiver.at().atOffset(ZoneOffset.UTC),
                            "registration", waiver.registration()));
        } else {
            new Row()
                    .set("registration", waiver.registration())
                    .set("consumer_url", waiver.consumerUrl())
                    .set("waived_by", waiver.userId())
                    .set("waived_at", waiver.at())
                    .insert(table);
        }
    }

    @Override
    public boolean exists(String registration, String consumerUrl) {
        return address(registration).filter(consumerUrl::equals).isPresent();
    }

    private Optional<String> address(String registration) {
        return table.one(
                (row, index) -> row.getString("consumer_url"),
                mapper -> jdbc.sql("select " + table.columns()
                                + " from consumer_check_waiver t where t.registration = :registration")
                        .param("registration", registration)
                        .query(mapper)
                        .list());
    }
}
