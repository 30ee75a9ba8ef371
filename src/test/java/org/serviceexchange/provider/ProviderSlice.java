package org.serviceexchange.provider;

import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.Optional;
import org.serviceexchange.MovableClock;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.life.OpenKeyIds;
import org.serviceexchange.connection.state.PeerNews;
import org.serviceexchange.connection.suspension.MemorySuspensions;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.directory.login.web.FormTokens;
import org.serviceexchange.directory.login.web.SavedPages;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.provider.authorization.ContactMatch;
import org.serviceexchange.provider.registration.ProviderSettings;
import org.serviceexchange.provider.registration.RegistrationRefusals;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.replacement.Replacements;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * What consumers and contacts meet at the provider, over real tables and real keys, without engine and directory. Not marked as a configuration: the
 * scan of the whole application must not find it.
 */
@EnableAutoConfiguration(
        excludeName = {
            "org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration",
            "org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration",
        })
@EnableConfigurationProperties({
    InstanceSettings.class,
    KmfSettings.class,
    ProviderSettings.class,
    HeartbeatSettings.class
})
@ComponentScan(
        basePackages = {
            "org.serviceexchange.kmf",
            "org.serviceexchange.journal",
            "org.serviceexchange.protocol",
            "org.serviceexchange.connection.heartbeat"
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = {
                            "org\\.serviceexchange\\.(kmf\\.(engine|web|health|readiness)|protocol\\.outbound)\\..*",
                            ".*HeartbeatSchedule"
                        }))
@ComponentScan(
        basePackages = {
            "org.serviceexchange.provider",
            "org.serviceexchange.platform",
        },
        excludeFilters =
                @ComponentScan.Filter(
                        type = FilterType.REGEX,
                        pattern = "org\\.serviceexchange\\.(?!("
                                + "provider\\.(claim|authorization|keyexchange)\\.((web|store)\\.)?\\w+|"
                                + "provider\\.registration\\.store\\.Jdbc\\w+|"
                                + "provider\\.invitation\\.RegistrationLinks|"
                                + "provider\\.validation\\.PeerGate|"
                                + "platform\\.web\\.(Problem(Advice|Response)|PageFrames|ErrorPages|DenyAllChain)|"
                                + "platform\\.store\\.(JdbcNumbers|ProtectedTables|RefusedRecords)|"
                                + "platform\\.engine\\.store\\.EngineSchema|"
                                + "platform\\.message\\.TemplateMessageSource"
                                + ")$).*"))
public class ProviderSlice {

    @Bean
    @Primary
    MovableClock clock() {
        return MovableClock.running();
    }

    @Bean
    Standstills standstills(Clock clock) {
        return new Standstills(new MemorySuspensions(), clock);
    }

    @Bean
    TestDirectory directory() {
        return new TestDirectory();
    }

    @Bean
    FormTokens formTokens(InstanceSettings settings) {
        return new FormTokens(settings);
    }

    @Bean
    SavedPages savedPages(KeyedHash hash, InstanceSettings settings) {
        return new SavedPages((purpose, text) -> Optional.of(hash.of(purpose, text)), settings);
    }

    /** The process of a connection that lives begins with its completion, and has tests of its own. */
    @Bean
    ConnectionLife connectionLife() {
        return mock();
    }

    @Bean
    ConnectionLookup connections(ObjectProvider<LivingConnections> sides) {
        return new ConnectionLookup(sides);
    }

    /** Whether the new address of a consumer is free has tests of its own. */
    @Bean
    RegistrationRefusals registrationRefusals() {
        return mock();
    }

    /** What consumers are told has tests of its own. */
    @Bean
    PeerNews peerNews() {
        return mock();
    }

    /** What a registration replaces, with tests of its own. */
    @Bean
    Replacements replacements() {
        return mock();
    }

    /** So have keys that replace others. */
    @Bean
    OpenKeyIds openKeyIds() {
        return keyId -> Optional.empty();
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
