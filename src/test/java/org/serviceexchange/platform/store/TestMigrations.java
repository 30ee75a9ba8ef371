package org.serviceexchange.platform.store;

import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.beans.BeanUtils;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Migrates databases of tests as the application does it. */
public final class TestMigrations {

    /** Found once: to look for them means to read every class of the application. */
    private static final List<Class<?>> IN_JAVA = find();

    private TestMigrations() {}

    public static void migrate(Flyway flyway) {
        new LateMigrations().migrate(flyway);
    }

    /** The migrations that are written in Java. */
    public static JavaMigration[] inJava() {
        return IN_JAVA.stream().map(BeanUtils::instantiateClass).toArray(JavaMigration[]::new);
    }

    private static List<Class<?>> find() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(JavaMigration.class));
        return scan.findCandidateComponents("org.serviceexchange").stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(found.getBeanClassName(), null))
                .toList();
    }
}
