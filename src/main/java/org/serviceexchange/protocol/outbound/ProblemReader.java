package org.serviceexchange.protocol.outbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the problem documents of peers and validates everything in them. */
final class ProblemReader {

    private static final Pattern CODE = Pattern.compile("SX-[0-9]{4}");
    private static final Pattern NOT_PRINTABLE = Pattern.compile("\\p{C}+");
    private static final int MAX_DETAIL = 500;
    private static final int MAX_ARGUMENT = 200;
    private static final int MAX_ARGUMENTS = 8;

    private final ObjectMapper json = new ObjectMapper();

    PeerProblem read(int status, byte[] body) {
        JsonNode problem = parse(body);
        String code = problem.path("code").asText("");
        return new PeerProblem(
                status,
                CODE.matcher(code).matches() ? code : "",
                arguments(problem.path("arguments")),
                problem.path("retry").asBoolean(status == 503),
                detail(problem),
                moment(problem.path("time")));
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
        return printable(text, MAX_DETAIL);
    }

    /** Texts, whole numbers and moments; none at all if the peer sends something else, or more than any problem has. */
    private static List<Object> arguments(JsonNode sent) {
        if (!sent.isArray() || sent.size() > MAX_ARGUMENTS) {
            return List.of();
        }
        List<Object> read = new ArrayList<>();
        for (JsonNode argument : sent) {
            Object known = argument(argument);
            if (known == null) {
                return List.of();
            }
            read.add(known);
        }
        return read;
    }

    private static @Nullable Object argument(JsonNode sent) {
        if (sent.isTextual()) {
            return printable(sent.textValue(), MAX_ARGUMENT);
        }
        return sent.isIntegralNumber() && sent.canConvertToLong() ? sent.longValue() : moment(sent.path("at"));
    }

    private static String printable(String text, int longest) {
        String printable = NOT_PRINTABLE.matcher(text).replaceAll(" ");
        return printable.length() > longest ? printable.substring(0, longest) : printable;
    }

    private static @Nullable Instant moment(JsonNode text) {
        try {
            return Instant.parse(text.asText(""));
        } catch (DateTimeException e) {
            return null;
        }
    }
}
