package org.serviceexchange.platform.health.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.journey.Await;
import org.springframework.boot.actuate.health.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A PostgreSQL server that is stopped under a pool as the product has it, and comes back. */
class StoppedPostgresTest {

    /** Of a pool that waits half a minute for a connection; without a thread of its own the answer would wait as long. */
    private static final long PROMPT_NANOS = TimeUnit.SECONDS.toNanos(15);

    @TempDir
    Path folder;

    @Test
    void isToldPromptlyAndUsedAgainWhenItIsBack() throws IOException {
        EmbeddedPostgres server = server(0);
        int port = server.getPort();
        HikariDataSource pool = new HikariDataSource();
        pool.setJdbcUrl(server.getJdbcUrl("postgres", "postgres"));
        JdbcClient jdbc = JdbcClient.create(pool);
        jdbc.sql("create table health_probe (writes bigint)").update();
        jdbc.sql("insert into health_probe values (0)").update();
        DatabaseHealth health = new DatabaseHealth(jdbc, Clock.systemUTC());
        try {
            Await.until("health is up", () -> asked(health).equals(Status.UP));
            server.close();
            Await.until("the stopped database is noticed", () -> asked(health).equals(Status.DOWN));
            assertThat(asked(health)).isEqualTo(Status.DOWN);
            server = server(port);
            Await.until("the database is used again", () -> asked(health).equals(Status.UP));
            assertThat(jdbc.sql("select count(*) from health_probe")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        } finally {
            pool.close();
            server.close();
        }
    }

    private static Status asked(DatabaseHealth health) {
        long begun = System.nanoTime();
        Status status = health.health().getStatus();
        assertThat(System.nanoTime() - begun).isLessThan(PROMPT_NANOS);
        return status;
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false)
                .start();
    }
}
