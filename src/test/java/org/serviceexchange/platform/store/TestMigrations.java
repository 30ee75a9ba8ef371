package org.serviceexchange.platform.store;

import org.flywaydb.core.Flyway;

/** Migrates databases of tests as the application does it. */
public final class TestMigrations {

    private TestMigrations() {}

    public static void migrate(Flyway flyway) {
        new LateMigrations().migrate(flyway);
    }
}
