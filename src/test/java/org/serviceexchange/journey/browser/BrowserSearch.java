package org.serviceexchange.journey.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the installed browser; nothing is downloaded.
 *
 * @param named configured path, or empty
 * @param folders folders of programs, as in {@code PATH}
 * @param required whether a missing browser is an error, as on a build machine
 */
record BrowserSearch(String named, String folders, boolean required) {

    static final String SETTING = "service-exchange.browser";

    private static final List<String> PROGRAMS = List.of("chromium", "chromium-browser", "google-chrome");

    static BrowserSearch here() {
        String variable = System.getenv().getOrDefault("SERVICE_EXCHANGE_BROWSER", "");
        return new BrowserSearch(
                System.getProperty(SETTING, variable),
                System.getenv().getOrDefault("PATH", ""),
                Boolean.parseBoolean(System.getenv("CI")));
    }

    /** The executable. */
    Optional<Path> find() {
        Stream<Path> candidates = named.isEmpty()
                ? PROGRAMS.stream()
                        .flatMap(program -> Pattern.compile(File.pathSeparator)
                                .splitAsStream(folders)
                                .map(folder -> Path.of(folder, program)))
                : Stream.of(Path.of(named));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    /** The message if there is none. */
    String missing() {
        String what = named.isEmpty()
                ? "No browser was found (" + String.join(", ", PROGRAMS) + ")."
                : "There is no browser at " + named + ".";
        return what + " The browser tests need one: install Chromium, or name its path with -D" + SETTING + ".";
    }
}
