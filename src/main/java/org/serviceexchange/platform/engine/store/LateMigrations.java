package org.serviceexchange.platform.engine.store;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Migrates the database. Migration 31 was published after databases with migration 60 existed, and is run late on those: only
 * this one and only there. Any other number below one that was applied stops the start, as a mistake in a release. So does a
 * database that a newer version migrated, before this version writes what the newer one would misread.
 */
@Component
class LateMigrations implements FlywayMigrationStrategy {

    private static final Set<String> LATE = Set.of("31");

    @Override
    public void migrate(Flyway flyway) {
        requireNoneOfANewerVersion(flyway);
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

    private static void requireNoneOfANewerVersion(Flyway flyway) {
        List<MigrationInfo> all = List.of(flyway.info().all());
        all.stream()
                .filter(migration -> migration.getState() == MigrationState.FUTURE_SUCCESS)
                .reduce((first, last) -> last)
                .ifPresent(newest -> {
                    throw new Problem(
                            ProblemCode.DATABASE_NEWER, String.valueOf(newest.getVersion()), newestKnown(all));
                });
    }

    private static String newestKnown(List<MigrationInfo> all) {
        return all.stream()
                .filter(migration -> migration.getState() != MigrationState.FUTURE_SUCCESS)
                .map(migration -> String.valueOf(migration.getVersion()))
                .reduce("0", (before, last) -> last);
    }
}
