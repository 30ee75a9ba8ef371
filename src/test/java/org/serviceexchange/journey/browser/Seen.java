package org.serviceexchange.journey.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The templates of pages that somebody has looked at in this build, in any of the JVMs of the tests: an empty file for each. */
final class Seen {

    /** Names the build. */
    private static final String SETTING = "service-exchange.build";

    private static final Path FOLDER = InTheBrowser.FOLDER
            .resolve("seen")
            .resolve(System.getProperty(SETTING, "now").replace(':', '-'));

    private Seen() {}

    static void add(String template) {
        try {
            Path file = FOLDER.resolve(template);
            Files.createDirectories(file.getParent());
            Files.write(file, new byte[0]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> all() throws IOException {
        Set<String> templates = new TreeSet<>();
        if (Files.exists(FOLDER)) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> templates.add(FOLDER.relativize(file).toString()));
            }
        }
        return templates;
    }
}
