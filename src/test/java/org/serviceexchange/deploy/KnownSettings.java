package org.serviceexchange.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.serviceexchange.architecture.OwnSettings;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.io.ByteArrayResource;

/** The names of all settings that there are: of this application, and of the libraries as they describe themselves. */
final class KnownSettings {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";

    private final Set<String> names = new TreeSet<>();

    KnownSettings() throws IOException {
        names.addAll(OwnSettings.names());
        for (URL file : Collections.list(KnownSettings.class.getClassLoader().getResources(METADATA))) {
            try (InputStream metadata = file.openStream()) {
                for (JsonNode property : new ObjectMapper().readTree(metadata).path("properties")) {
                    names.add(property.path("name").asText());
                }
            }
        }
        // Spring Boot reads these before it knows any class of settings, and does not describe them
        names.add("spring.config.additional-location");
        names.add("spring.config.import");
    }

    boolean has(String setting) {
        return names.contains(setting);
    }

    /** Whether there is a setting that this environment variable sets; Spring Boot compares them by letters only. */
    boolean hasVariable(String variable) {
        return names.stream().anyMatch(name -> letters(name).equals(letters(variable)));
    }

    private static String letters(String name) {
        return name.replaceAll("[._-]", "").toLowerCase(Locale.ROOT);
    }

    /** The settings that an application.yaml gives, with their values. */
    static EnumerablePropertySource<?> of(String yaml) throws IOException {
        return (EnumerablePropertySource<?>) new YamlPropertySourceLoader()
                .load("application.yaml", new ByteArrayResource(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .get(0);
    }
}
