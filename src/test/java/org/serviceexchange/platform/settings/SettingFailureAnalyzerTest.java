package org.serviceexchange.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SettingFailureAnalyzerTest {

    private static final String START = "service-exchange.instance.";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name=two words    | The setting service-exchange.instance.name is wrong: letters, digits and dashes only, 40 at most.",
                "setup-secret=tiny | The setting service-exchange.instance.setup-secret is wrong: 16 characters or more.",
                "base-url=exchange | The setting service-exchange.instance is wrong: base-url is no address of an instance: http or https, a host, no user, query or fragment, such as https://exchange.example.com.",
                "mode=FUN          | The value of the setting service-exchange.instance.mode cannot be read as Mode.",
                "nome=typo         | There is no setting service-exchange.instance.nome.",
            })
    void namesTheWrongSettingInOneSentence(String setting, String sentence) {
        assertThat(descriptionAfterStartWith(setting)).isEqualTo(sentence);
    }

    @Test
    void leavesOtherSettingsToOthers() {
        var failure = new IllegalStateException("something else");

        assertThat(new SettingFailureAnalyzer().analyze(failure)).isNull();
    }

    private static String descriptionAfterStartWith(String setting) {
        String[] result = new String[1];
        new ApplicationContextRunner()
                .withUserConfiguration(Settings.class)
                .withPropertyValues(
                        START + "name=good", START + "home=x", START + "cookie-prefix=good", START + setting)
                .run(context -> {
                    Throwable failure = Objects.requireNonNull(context.getStartupFailure());
                    result[0] = new SettingFailureAnalyzer().analyze(failure).getDescription();
                });
        return result[0];
    }

    @EnableConfigurationProperties(InstanceSettings.class)
    static class Settings {}
}
