package org.serviceexchange.platform.web.edge;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** What nobody sends by mistake: each input is wrong in one way, or a small one in several. */
final class HostileInputs {

    /** A client assertion that is one by its form only. */
    static final String ASSERTED =
            "grant_type=authorization_code&client_id=none&redirect_uri=https%3A%2F%2Fa.example%2Fb"
                    + "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer"
                    + "&client_assertion=eyJhbGciOiJFUzI1NiJ9.eyJzdWIiOiJhIn0.AAAA";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGITS = "9".repeat(1_001);

    private static final List<String> VALUES = List.of(
            "",
            DIGITS,
            "%00",
            "a%00b",
            "%ff%fe",
            "%C3%28",
            "%0D%0AInjected:1",
            "%F0%9F%98%80",
            "-1",
            "%25%7B%7D$%7B7*7%7D");

    private static final List<String> SEGMENTS =
            List.of("x", "%00", "%C3%28", "%25", "%0D%0A", "-1", DIGITS, "%61", "REG0001001", "%F0%9F%98%80", "a;b=c");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "{}",
            "{",
            "\"a\"",
            DIGITS,
            "{\"a\":" + DIGITS + "}",
            "[".repeat(2_000),
            "{\"a\":1,\"a\":2}");

    private static final List<String> MEMBERS = List.of(
            "null",
            DIGITS,
            "-1",
            "1e999999999",
            "\"\"",
            "\"AAAA\"",
            "\"A\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "[]",
            "{}",
            "true");

    private HostileInputs() {}

    /** The path with each value in the place of its variables. */
    static List<String> paths(String pattern) {
        if (pattern.equals("/")) {
            return List.of(pattern);
        }
        return pattern.contains("{")
                ? SEGMENTS.stream().map(segment -> filled(pattern, segment)).toList()
                : List.of(pattern, pattern.replaceFirst("(?<=.)/?$", "/%2561"), pattern.replaceFirst("e", "%65"));
    }

    /** The path with a harmless value in the place of its variables. */
    static String plain(String pattern) {
        return filled(pattern, "x");
    }

    private static String filled(String pattern, String value) {
        return pattern.replaceAll("\\{[^}]*\\}", value.replace("$", "\\$")).replace("**", value);
    }

    /** Forms with these fields: all of them with one hostile value, all repeated, none. */
    static List<String> forms(Set<String> names) {
        List<String> forms = new ArrayList<>();
        for (String value : VALUES) {
            forms.add(fields(names, "=" + value));
        }
        forms.add(fields(names, "=a") + "&" + fields(names, "=b"));
        forms.add(fields(names, "%5B0%5D.x=1"));
        forms.add("=&&=&%00=1");
        forms.add("");
        return forms;
    }

    private static String fields(Set<String> names, String value) {
        return names.stream().map(name -> name + value).collect(Collectors.joining("&"));
    }

    /** Names of the parameters that a page reads, those of its form included. */
    static Set<String> parameters(HandlerMethod handler) {
        Set<String> names = new TreeSet<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            if (parameter.hasParameterAnnotation(RequestParam.class)) {
                parameter.initParameterNameDiscovery(new org.springframework.core.DefaultParameterNameDiscoverer());
                names.add(String.valueOf(parameter.getParameterName()));
            } else if (type.isRecord()) {
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .forEach(names::add);
            }
        }
        return names;
    }

    /** Bodies that are no object of this form, and the object with each member replaced. */
    static List<String> json(String valid) {
        List<String> bodies = new ArrayList<>(BODIES);
        bodies.add(valid.substring(0, valid.length() / 2));
        ObjectNode object = (ObjectNode) read(valid);
        for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            String marked = object.deepCopy().put(name, "@").toString();
            MEMBERS.forEach(member -> bodies.add(marked.replace("\"@\"", member)));
        }
        return bodies;
    }

    /** The messages of docs/protocol-example.json, mutated outside and, where they are signed, inside. */
    static List<String> messages() {
        JsonNode examples = examples();
        Set<String> bodies = new TreeSet<>();
        for (String name : List.of("/claim", "/exchange/m1/message", "/exchange/m3/message", "/probe/request")) {
            String valid = examples.at(name).asText();
            bodies.addAll(json(valid));
            JsonNode payload = read(valid).get("payload");
            if (payload != null) {
                String inner = new String(Base64.getUrlDecoder().decode(payload.asText()), StandardCharsets.UTF_8);
                json(inner)
                        .forEach(mutated -> bodies.add(((ObjectNode) read(valid))
                                .put("payload", encoded(mutated))
                                .toString()));
            }
        }
        return List.copyOf(bodies);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static JsonNode examples() {
        try {
            return JSON.readTree(Path.of("docs/protocol-example.json").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
