package org.serviceexchange.platform.store;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates the database. Migration 31 was published after databases with migration 60 existed, and is run late on those: only
 * this one and only there. Any other number below one that was applied stops the start, as a mistake in a release.
 */
@Component
class LateMigrations implements FlywayMigrationStrategy {

    private static final Set<String> LATE = Set.of("31");

    @Override
    public void migrate(Flyway flyway) {
        Set<String> skipped = Arrays.stream(flyway.info().all())
                .filter(migration -> migration.getState() == MigrationState.IGNORED)
                .map(MigrationInfo::getVersion)
                .map(String::valueOf)
                .collect(Collectors.toSet());
        if (skipped.equals(LATE)) {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .outOfOrder(true)
                    .load()
                    .migrate();
        } else {
            flyway.migrate();
        }
    }
}
