package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** Every setting is listed with its default in application.yaml and explained in docs/operations.md. */
class SettingsTest {

    private final List<String> settings = settings();

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

    private static List<String> settings() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        return scanner.findCandidateComponents("org.serviceexchange").stream()
                .map(candidate -> load(candidate.getBeanClassName()))
                .filter(type -> !type.getPackageName().endsWith(".demo"))
                .flatMap(type -> Arrays.stream(type.getRecordComponents())
                        .map(component -> type.getAnnotation(ConfigurationProperties.class)
                                        .prefix() + "." + kebab(component)))
                .toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String kebab(RecordComponent component) {
        return component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
    }
}
