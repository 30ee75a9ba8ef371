package org.serviceexchange.journey.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Looks for the browser of this machine; nothing is downloaded.
 *
 * @param named path that somebody set, or empty
 * @param folders where programs are, as in {@code PATH}
 * @param required whether a machine without a browser is broken, as a build machine is
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

    /** The program to start. */
    Optional<Path> find() {
        Stream<Path> candidates = named.isEmpty()
                ? PROGRAMS.stream()
                        .flatMap(program -> Pattern.compile(File.pathSeparator)
                                .splitAsStream(folders)
                                .map(folder -> Path.of(folder, program)))
                : Stream.of(Path.of(named));
        return candidates.filter(Files::isExecutable).findFirst();
    }

    /** What to tell when there is none. */
    String missing() {
        String what = named.isEmpty()
                ? "No browser was found (" + String.join(", ", PROGRAMS) + ")."
                : "There is no browser at " + named + ".";
        return what + " The browser tests need one: install Chromium, or name its path with -D" + SETTING + ".";
    }
}
