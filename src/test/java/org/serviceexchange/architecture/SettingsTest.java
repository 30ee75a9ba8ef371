package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every setting is listed with its default in application.yaml and explained in docs/operations.md. */
class SettingsTest {

    private final List<String> settings = OwnSettings.names();

    @Test
    void findsTheSettingsOfTheModules() {
        assertThat(settings).contains("service-exchange.instance.base-url", "service-exchange.provider.link-life");
    }

    @Test
    void explainsEverySettingInOperations() throws IOException {
        assertThat(Files.readString(Path.of("docs/operations.md")))
                .contains(settings.stream().map(setting -> "`" + setting + "`").toList());
    }

    @Test
    void showsEverySettingInTheConfiguration() throws IOException {
        assertThat(Files.readString(Path.of("src/main/resources/application.yaml")))
                .contains(settings.stream()
                        .map(setting -> setting.substring(setting.lastIndexOf('.') + 1) + ":")
                        .toList());
    }
}
