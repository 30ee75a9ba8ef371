package org.serviceexchange.kmf;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.RefusedRecords;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The KMF alone, with a database and home folder chosen by the test. */
public final class KmfContext {

    private KmfContext() {}

    /** An in-memory database with the KMF's tables. */
    public static DataSource emptyDatabase(String name) {
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1", "sa", "");
        makeTables(database);
        return database;
    }

    /** Makes the KMF's tables in an empty database. */
    public static void makeTables(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V20__kmf.sql"),
                        new ClassPathResource("db/migration/V101__keyring.sql"))
                .execute(database);
    }

    public static AnnotationConfigApplicationContext start(DataSource database, Path home, Clock clock) {
        return start(database, clock, home, settings(null, null));
    }

    public static AnnotationConfigApplicationContext start(
            DataSource database, Clock clock, Path home, KmfSettings settings) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(KmfSettings.class, () -> settings);
        context.registerBean(
                InstanceSettings.class,
                () -> new InstanceSettings("test", null, home, InstanceSettings.Mode.STANDARD, "test", null));
        context.register(Kmf.class, ProtectedTables.class, RefusedRecords.class);
        context.refresh();
        return context;
    }

    /** Disables caches, so that tests see their own edits. */
    public static KmfSettings settings(@Nullable Path passphraseFile, @Nullable String passphrase) {
        return new KmfSettings(
                null,
                passphraseFile,
                passphrase,
                Duration.ZERO,
                Duration.ZERO,
                Duration.ofDays(1095),
                Duration.ofDays(730),
                Duration.ofDays(730));
    }

    /** Not annotated as configuration, so that the application's component scan ignores it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = "org.serviceexchange.kmf",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {
                                "org\\.serviceexchange\\.kmf\\.(engine|web)\\..*",
                                "org\\.serviceexchange\\.kmf\\.health\\.KmfSchedule"
                            }))
    static class Kmf {

        @Bean
        JdbcClient jdbcClient(DataSource database) {
            return JdbcClient.create(database);
        }

        @Bean
        JdbcTransactionManager transactionManager(DataSource database) {
            return new JdbcTransactionManager(database);
        }
    }
}
