package org.serviceexchange.protocol.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the problem documents of peers and validates everything in them. */
final class ProblemReader {

    private static final Pattern CODE = Pattern.compile("SX-[0-9]{4}");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("\\p{C}+");
    private static final int MAX_DETAIL = 500;

    private final ObjectMapper json = new ObjectMapper();

    PeerProblem read(int status, byte[] body) {
        JsonNode problem = parse(body);
        String code = problem.path("code").asText("");
        return new PeerProblem(
                status,
                CODE.matcher(code).matches() ? code : "",
                problem.path("retry").asBoolean(status == 503),
                detail(problem),
                time(problem));
    }

    private JsonNode parse(byte[] body) {
        try {
            JsonNode parsed = json.readTree(body);
            return parsed != null && parsed.isObject() ? parsed : json.createObjectNode();
        } catch (IOException e) {
            return json.createObjectNode();
        }
    }

    private static String detail(JsonNode problem) {
        String detail = problem.path("detail").asText("");
        String text = detail.isBlank()
                ? Stream.of("cause", "solution")
                        .map(field -> problem.path(field).asText(""))
                        .filter(part -> !part.isBlank())
                        .collect(Collectors.joining(" "))
                : detail;
        String printable = NOT_PRINTABLE.matcher(text).replaceAll(" ");
        return printable.length() > MAX_DETAIL ? printable.substring(0, MAX_DETAIL) : printable;
    }

    private static @Nullable Instant time(JsonNode problem) {
        try {
            return Instant.parse(problem.path("time").asText(""));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
