package org.serviceexchange.platform.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.serviceexchange.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** All migrations on PostgreSQL, also when two nodes start at once on an empty database. */
class MigrationsOnPostgresTest {

    @Test
    void runsEveryMigrationOnceWhenTwoNodesStartAtOnce() throws Exception {
        DataSource database = BothDatabases.postgres("migrations");
        try (var nodes = new Nodes()) {

            int made = nodes.migrateAtOnce(database);

            assertThat(JdbcClient.create(database)
                            .sql("select count(*) from flyway_schema_history where success")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(made)
                    .isGreaterThan(1);
            assertThat(flyway(database).validateWithResult().validationSuccessful)
                    .isTrue();
        }
    }

    private static Flyway flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new EngineSchema())
                .load();
    }

    private static final class Nodes implements AutoCloseable {

        private final java.util.concurrent.ExecutorService threads = Executors.newFixedThreadPool(2);

        int migrateAtOnce(DataSource database) throws Exception {
            Callable<Integer> node = () -> flyway(database).migrate().migrationsExecuted;
            int sum = 0;
            for (var result : threads.invokeAll(List.of(node, node))) {
                sum += result.get();
            }
            return sum;
        }

        @Override
        public void close() {
            threads.shutdownNow();
        }
    }
}
