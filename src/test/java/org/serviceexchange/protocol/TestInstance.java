package org.serviceexchange.protocol;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The protocol module of one instance with its own database, which outlives a restart. */
public final class TestInstance implements AutoCloseable {

    public final TestKeys keys;
    public final TestModuleKeys moduleKeys = new TestModuleKeys();
    private final Clock clock;
    private final DataSource database;
    private AnnotationConfigApplicationContext context;

    public TestInstance(String name, Clock clock) {
        this(
                name,
                clock,
                withTables(JdbcConnectionPool.create(
                        "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "")));
    }

    /** A node of an instance whose database has its tables already. */
    public TestInstance(String name, Clock clock, DataSource database) {
        this.keys = new TestKeys(name);
        this.clock = clock;
        this.database = database;
        this.context = start();
    }

    public static DataSource withTables(DataSource database) {
        new ResourceDatabasePopulator(
                        new ClassPathResource("db/migration/V40__exchange.sql"),
                        new ClassPathResource("db/migration/V141__exchange_messages.sql"))
                .execute(database);
        return database;
    }

    public void restart() {
        context.close();
        context = start();
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(get(PlatformTransactionManager.class));
    }

    @Override
    public void close() {
        context.close();
    }

    private AnnotationConfigApplicationContext start() {
        AnnotationConfigApplicationContext started = new AnnotationConfigApplicationContext();
        started.registerBean(DataSource.class, () -> database);
        started.registerBean(Clock.class, () -> clock);
        started.registerBean(InstanceKeys.class, () -> keys);
        started.registerBean(ModuleKeys.class, () -> moduleKeys);
        started.registerBean(Sealing.class, TestSealing::new);
        started.registerBean(
                InstanceSettings.class,
                () -> new InstanceSettings(
                        "test",
                        URI.create(keys.url()),
                        Path.of("target"),
                        InstanceSettings.Mode.STANDARD,
                        "test",
                        null));
        started.register(Exchange.class);
        started.refresh();
        return started;
    }

    @TestConfiguration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackages = "org.serviceexchange.protocol",
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.serviceexchange\\.protocol\\.(web|outbound)\\..*"))
    static class Exchange {

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
