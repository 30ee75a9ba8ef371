package org.serviceexchange.provider;

import java.time.Clock;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.provider.authorization.ContactMatch;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The provider's endpoints for consumers and contacts, with real tables and keys, without engine and directory. Not
 * annotated as configuration, so that the application's component scan ignores it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        })
@EnableConfigurationProperties({InstanceSettings.class, KmfSettings.class, ProviderSettings.class})
@ComponentScan(
        basePackages = {"org.serviceexchange.kmf", "org.serviceexchange.journal", "org.serviceexchange.protocol"},
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {"org\\.serviceexchange\\.(kmf\\.(web|health)|protocol\\.outbound)\\..*"}))
@ComponentScan(
        basePackages = {
            "org.serviceexchange.provider.claim",
            "org.serviceexchange.provider.authorization",
            "org.serviceexchange.provider.keyexchange",
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.serviceexchange\\.provider\\.\\w+\\.engine\\..*"))
@ComponentScan(
        basePackages = {
            "org.serviceexchange.provider",
            "org.serviceexchange.platform",
        },
        useDefaultFilters = false,
        includeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.serviceexchange\\.provider\\.registration\\.store\\.Jdbc\\w+",
                            "org\\.serviceexchange\\.provider\\.invitation\\.RegistrationLinks",
                            "org\\.serviceexchange\\.provider\\.validation\\.PeerGate",
                            "org\\.serviceexchange\\.provider\\.web\\.PeerChain",
                            "org\\.serviceexchange\\.platform\\.web\\.(Problem(Advice|Response)|PageFrames|ErrorPages|DenyAllChain)",
                            "org\\.serviceexchange\\.platform\\.store\\.JdbcNumbers",
                            "org\\.serviceexchange\\.platform\\.message\\.TemplateMessageSource",
                        }))
public class ProviderSlice {

    @Bean
    @Primary
    TestClock clock() {
        return new TestClock();
    }

    @Bean
    TestDirectory directory() {
        return new TestDirectory();
    }

    @Bean
    TestHealth health() {
        return new TestHealth();
    }

    @Bean
    TestProcess process(Registrations registrations, ContactMatch contactMatch, Clock clock) {
        return new TestProcess(registrations, contactMatch, clock);
    }

    @Bean
    Stage stage(
            Registrations registrations,
            Numbers numbers,
            KeyedHash hash,
            RandomSecrets random,
            Clock clock,
            PlatformTransactionManager transactions) {
        return new Stage(registrations, numbers, hash, random, clock, transactions);
    }
}
