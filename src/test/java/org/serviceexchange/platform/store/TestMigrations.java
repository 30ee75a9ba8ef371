package org.serviceexchange.platform.store;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Migrates databases of tests as the application does it. */
public final class TestMigrations {

    private TestMigrations() {}

    public static void migrate(Flyway flyway) {
        new LateMigrations().migrate(flyway);
    }

    /** The migrations that are written in Java. */
    public static JavaMigration[] inJava() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(JavaMigration.class));
        return scan.findCandidateComponents("org.serviceexchange").stream()
                .map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .map(BeanUtils::instantiateClass)
                .toArray(JavaMigration[]::new);
    }
}
