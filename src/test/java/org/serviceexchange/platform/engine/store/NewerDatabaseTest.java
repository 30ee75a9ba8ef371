package org.serviceexchange.platform.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node of an older version meets a database that a newer one migrated. */
class NewerDatabaseTest {

    @TempDir
    Path folder;

    static List<DataSource> databases() {
        return BothDatabases.named("newer_database");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void isRefusedInOneSentence(DataSource database) throws IOException {
        JdbcClient.create(database)
                .sql("drop table if exists \"flyway_schema_history\"")
                .update();
        Path older = Files.createDirectory(folder.resolve("older"));
        Path newer = Files.createDirectory(folder.resolve("newer"));
        write(older, "V10__first.sql");
        write(newer, "V10__first.sql");
        write(newer, "V20__second.sql");
        write(newer, "V30__third.sql");
        new LateMigrations().migrate(flyway(database, older));
        new LateMigrations().migrate(flyway(database, newer));
        new LateMigrations().migrate(flyway(database, newer));

        Flyway old = flyway(database, older);
        assertThatThrownBy(() -> new LateMigrations().migrate(old))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_NEWER))
                .hasMessage(
                        "The database was migrated by a newer version of this application (migration 30); this version"
                                + " knows none after 10. Start the newer version on this node too, or restore a backup that this"
                                + " version made.");
    }

    private static void write(Path folder, String name) throws IOException {
        Files.writeString(folder.resolve(name), "select 1;");
    }

    private static Flyway flyway(DataSource database, Path folder) {
        return Flyway.configure()
                .dataSource(database)
                .locations("filesystem:" + folder)
                .load();
    }
}
