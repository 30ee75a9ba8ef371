package org.serviceexchange.kmf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class KmfSettingsTest {

    final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
            .withUserConfiguration(Settings.class);

    @Test
    void takesThePassphraseFromItsEnvironmentVariable() {
        runner.withInitializer(context -> context.getEnvironment()
                        .getPropertySources()
                        .replace(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                new SystemEnvironmentPropertySource(
                                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                        Map.of("SERVICE_EXCHANGE_KMF_PASSPHRASE", "given by the environment"))))
                .run(context -> {
                    KmfSettings settings = context.getBean(KmfSettings.class);
                    assertThat(settings.passphrase()).isEqualTo("given by the environment");
                    assertThat(settings).asString().doesNotContain("given");
                });
    }

    @Test
    void refusesAShortPassphrase() {
        assertRefused(
                "service-exchange.kmf.passphrase needs at least 12 characters; better use a passphrase file",
                "service-exchange.kmf.passphrase=short");
    }

    @Test
    void refusesTwoPassphrases() {
        assertRefused(
                "set service-exchange.kmf.passphrase or service-exchange.kmf.passphrase-file, not both",
                "service-exchange.kmf.passphrase=long enough for it",
                "service-exchange.kmf.passphrase-file=/run/secrets/passphrase");
    }

    @Test
    void refusesAgesThatHideProblems() {
        assertRefused(
                "service-exchange.kmf.health-max-age and cache-max-age are between 0 and 15 seconds",
                "service-exchange.kmf.health-max-age=16s");
        assertRefused(
                "the lives of keys, service-exchange.kmf.*-life, are at least 60 days",
                "service-exchange.kmf.module-key-life=59d");
    }

    @Test
    void refusesAnUnknownSetting() {
        assertRefused("service-exchange.kmf.pasphrase", "service-exchange.kmf.pasphrase=typing error");
    }

    private void assertRefused(String sentence, String... properties) {
        runner.withPropertyValues(properties)
                .run(context -> assertThat(context.getStartupFailure()).hasStackTraceContaining(sentence));
    }

    @EnableConfigurationProperties(KmfSettings.class)
    static class Settings {}
}
