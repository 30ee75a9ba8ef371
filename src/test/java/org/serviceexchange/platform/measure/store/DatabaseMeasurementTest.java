package org.serviceexchange.platform.measure.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class DatabaseMeasurementTest {

    @Test
    void countsStatementsAndTransactions() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        DriverManagerDataSource pool = new DriverManagerDataSource("jdbc:h2:mem:measure;DB_CLOSE_DELAY=-1");
        var counting = DatabaseMeasurement.counting(pool, meters);
        JdbcTemplate jdbc = new JdbcTemplate(counting);
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(counting));

        transaction.executeWithoutResult(status -> {
            jdbc.execute("create table thing (id int)");
            jdbc.batchUpdate("insert into thing values (?)", List.of(new Object[] {1}, new Object[] {2}));
        });
        transaction.executeWithoutResult(status -> {
            jdbc.queryForObject("select count(*) from thing", Integer.class);
            status.setRollbackOnly();
        });

        assertThat(meters.counter("service-exchange.sql.statements").count()).isEqualTo(3);
        assertThat(meters.counter("service-exchange.sql.commits").count()).isEqualTo(1);
        assertThat(meters.counter("service-exchange.sql.rollbacks").count()).isEqualTo(1);
    }
}
