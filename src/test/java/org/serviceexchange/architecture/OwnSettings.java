package org.serviceexchange.architecture;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** The settings of this application, as its classes declare them. */
public final class OwnSettings {

    private OwnSettings() {}

    /** Their names, but for those of the demonstration. */
    public static List<String> names() {
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
