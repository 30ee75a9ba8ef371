package org.serviceexchange.webapps.engine.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The requests of the webapps that are answered: the list {@code webapps/requests.txt}. */
final class AllowedRequests {

    private static final String FILE = "webapps/requests.txt";

    private final List<Row> rows;

    private AllowedRequests(List<Row> rows) {
        this.rows = rows;
    }

    static AllowedRequests read() {
        try {
            String text = new ClassPathResource(FILE).getContentAsString(StandardCharsets.UTF_8);
            return new AllowedRequests(text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Row::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A path without the slash at its end, which means nothing. */
    static String plain(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** The line for a request with a plain path, if this person may send it. */
    Optional<Row> find(boolean admin, String method, String path) {
        String read = method.equals("HEAD") ? "GET" : method;
        return rows.stream()
                .filter(row -> admin || !row.adminsOnly())
                .filter(row -> row.method().equals(read))
                .filter(row -> row.path().matcher(path).matches())
                .findFirst();
    }

    /**
     * A line of the list.
     *
     * @param path expression for the path below {@code /camunda/api/}
     * @param members members that the body may have; empty if it has none
     */
    record Row(boolean adminsOnly, String method, Pattern path, List<String> members) {

        private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)}");

        private static Row of(String line) {
            List<String> words = Arrays.asList(line.split(" +"));
            return new Row(
                    words.get(0).equals("admins"), words.get(1), path(words.get(2)), words.subList(3, words.size()));
        }

        private static Pattern path(String pattern) {
            String below = pattern.endsWith("/**") ? "(/.*)?" : "";
            String path = below.isEmpty() ? pattern : pattern.substring(0, pattern.length() - "/**".length());
            return Pattern.compile(VARIABLE.matcher(path).replaceAll("(?<$1>[^/]+)") + below);
        }
    }
}
