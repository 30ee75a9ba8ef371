package org.serviceexchange.platform.settings;

import java.nio.file.Path;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.ConfigurableEnvironment;

/**
 * What is checked before anything else is made, so that a mistake is said in a sentence; the database file, which did
 * not exist then, is closed to others once the instance is ready.
 */
@Configuration(proxyBeanMethods = false)
class StartChecks {

    private static final String HOME = "service-exchange.instance.home";

    @Bean
    static BeanFactoryPostProcessor checksBeforeStart(ConfigurableEnvironment environment) {
        return beans -> {
            new SettingNames(beans).check(environment);
            home(environment);
        };
    }

    @Bean
    static ApplicationListener<ApplicationReadyEvent> closedDatabaseFiles(ConfigurableEnvironment environment) {
        return ready -> home(environment);
    }

    private static void home(ConfigurableEnvironment environment) {
        String home = environment.getProperty(HOME);
        if (home != null && !home.isBlank()) {
            new HomeFolder(Path.of(home)).prepare();
        }
    }
}
