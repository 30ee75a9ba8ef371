package org.serviceexchange.backup.store;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** The versions of the tables. */
@Component
class Schema {

    private final List<JavaMigration> inJava;

    Schema(List<JavaMigration> inJava) {
        this.inJava = inJava;
    }

    /** The newest migration of a database; empty if it has none. */
    String version(DataSource database) {
        MigrationInfo current = flyway(database).load().info().current();
        return current == null ? "" : Objects.toString(current.getVersion());
    }

    /** Whether there is such a migration. */
    boolean knows(String version) {
        DriverManagerDataSource nothing = new DriverManagerDataSource("jdbc:h2:mem:", "sa", "");
        return Arrays.stream(flyway(nothing).load().info().all())
                .anyMatch(migration -> version.equals(Objects.toString(migration.getVersion())));
    }

    /** Makes the tables of a version, which an instance that starts brings up to its own. */
    void make(DataSource database, String version) {
        flyway(database).target(MigrationVersion.fromVersion(version)).load().migrate();
    }

    private FluentConfiguration flyway(DataSource database) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(inJava.toArray(JavaMigration[]::new));
    }
}
