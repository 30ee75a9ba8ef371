package org.serviceexchange.backup.offline;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.api.migration.JavaMigration;
import org.serviceexchange.backup.TakeBackup;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.ProductVersion;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.info.ProjectInfoAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;

/**
 * Settings, key store and databases as an instance has them, from the same files, variables and arguments, without anything
 * that serves requests or does steps of processes. Parts are made when they are asked for. Not marked as configuration, so
 * that an instance that starts overlooks it.
 */
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    ProjectInfoAutoConfiguration.class
})
@EnableConfigurationProperties({InstanceSettings.class, KmfSettings.class})
@Import({ProductVersion.class, TakeBackup.class})
@ComponentScan({
    "org.serviceexchange.backup.store",
    "org.serviceexchange.kmf.rootkey",
    "org.serviceexchange.kmf.keyring",
    "org.serviceexchange.kmf.store"
})
// Migrations in Java use SQL, which stands in folders of this name only: nine of ten classes need not be read
@ComponentScan(
        basePackages = "org.serviceexchange",
        resourcePattern = "**/store/*.class",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = JavaMigration.class))
class OfflineContext {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * Starts it.
     *
     * @param settings as an instance is given them, such as {@code --service-exchange.instance.home=./data}
     * @param instead settings that count more than all others
     */
    static ConfigurableApplicationContext start(List<String> settings, Map<String, Object> instead) {
        return new SpringApplicationBuilder(OfflineContext.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .lazyInitialization(true)
                .initializers(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("instead", instead)))
                .run(settings.toArray(String[]::new));
    }
}
