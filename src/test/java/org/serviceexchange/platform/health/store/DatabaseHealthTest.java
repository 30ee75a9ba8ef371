package org.serviceexchange.platform.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.journey.Await;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseHealthTest {

    private final MovableClock clock = MovableClock.standing();
    private HikariDataSource pool;
    private JdbcClient jdbc;
    private DatabaseHealth health;

    @BeforeEach
    void open() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(Duration.ofMinutes(10).toMillis());
        pool = new HikariDataSource(config);
        jdbc = JdbcClient.create(pool);
        jdbc.sql("create table health_probe (id integer primary key, writes bigint not null)")
                .update();
        jdbc.sql("insert into health_probe values (1, 0)").update();
        health = new DatabaseHealth(jdbc, clock);
        Await.until("health is up", () -> health.health().getStatus().equals(Status.UP));
    }

    @AfterEach
    void close() {
        pool.close();
    }

    @Test
    void isDownWhenTheDatabaseHasClosedItself() {
        jdbc.sql("shutdown immediately").update();

        Await.until("health is down", () -> health.health().getStatus().equals(Status.DOWN));
        clock.move(Duration.ofMinutes(2));
        Await.until("health is still down", () -> health.health().getStatus().equals(Status.DOWN));
    }

    @Test
    void isDownWhenTheDatabaseCanOnlyBeRead() {
        jdbc.sql("create user reader password 'r'").update();
        jdbc.sql("grant select on health_probe to reader").update();
        var reader = new DriverManagerDataSource(pool.getJdbcUrl(), "reader", "r");
        DatabaseHealth readOnly = new DatabaseHealth(JdbcClient.create(reader), clock);

        assertThat(readOnly.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void writesOnceAMinuteOnly() {
        long before = writes();
        for (int time = 0; time < 10; time++) {
            health.health();
        }
        assertThat(writes()).isEqualTo(before);

        clock.move(Duration.ofSeconds(61));
        Await.until("another write", () -> {
            health.health();
            return writes() == before + 1;
        });
    }

    @Test
    void answersWhenThePoolIsExhausted() throws SQLException {
        try (var taken = pool.getConnection()) {
            long started = System.nanoTime();
            for (int time = 0; time < 3; time++) {
                health.health();
            }

            assertThat(taken.isClosed()).isFalse();
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMinutes(1));
        }
    }

    @Test
    void saysInASentenceWhyNoDatabaseCanBeOpened() {
        var inUse = new SQLException("Database may be already in use", "90020", 90_020);
        var refused =
                new SQLException("Connection is not available", "08001", new SQLException("refused\nat x", "08001"));

        assertThat(described(inUse)).contains("Another instance uses the database of this home folder. (SX-1025)");
        assertThat(described(refused)).contains("The database cannot be used (\"refused\"). (SX-1026)");
        assertThat(described(new SQLException("syntax", "42000"))).isEmpty();
    }

    private static Optional<String> described(SQLException failure) {
        var start = new IllegalStateException("bean", failure);
        return Optional.ofNullable(new DatabaseStartRefused().analyze(start)).map(FailureAnalysis::getDescription);
    }

    private long writes() {
        return jdbc.sql("select writes from health_probe").query(Long.class).single();
    }
}
