package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the templates of building blocks write into a model is what the application reads, and nothing else. */
class BlockTemplatesTest {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");

    /** What each template gives to the application to read. */
    private static final Map<String, Set<String>> READ = Map.of(
            "send-mail", Set.of("to", "role", "address", "subject", "text", "subject.de", "text.de"),
            "link-life", Set.of("linkLife"),
            "decision", Set.of(),
            "call-process", Set.of());

    /** What an analyst fills in where a template has no value. */
    private static final Map<String, String> FILLED_IN = Map.of("text", "Look at {page}.", "calledElement", "own");

    private final List<String> attributes = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"send-mail", "link-life", "decision", "call-process"})
    void writeWhatTheApplicationReads(String name) throws IOException {
        JsonNode template =
                new ObjectMapper().readTree(FOLDER.resolve(name + ".json").toFile());
        template.get("properties").forEach(this::apply);
        assertThat(new TreeSet<>(READ.get(name))).isEqualTo(new TreeSet<>(properties.keySet()));
        String kind = template.at("/elementType/value").asText("bpmn:ServiceTask");
        assertThat(StreamSupport.stream(template.get("appliesTo").spliterator(), false)
                        .map(JsonNode::asText))
                .contains(kind);
        assertThat(breaches(element(
                        kind.substring("bpmn:".length()), template.get("id").asText())))
                .isEmpty();
    }

    private void apply(JsonNode property) {
        String name = property.at("/binding/name").asText();
        String value = property.path("value").asText(FILLED_IN.getOrDefault(name, ""));
        switch (property.at("/binding/type").asText()) {
            case "property" -> attributes.add(name + "=\"" + value + "\"");
            case "camunda:property" -> properties.put(name, value);
            default -> throw new AssertionError("Camunda 7 is not asked for " + property);
        }
    }

    private String element(String kind, String id) {
        String tag = "bpmn:" + Character.toLowerCase(kind.charAt(0)) + kind.substring(1);
        StringBuilder all = new StringBuilder("<%s id=\"x\" name=\"A step\" camunda:modelerTemplate=\"%s\" %s>"
                .formatted(tag, id, String.join(" ", attributes)));
        all.append("<bpmn:extensionElements><camunda:properties>");
        properties.forEach((name, value) -> {
            if (!value.isEmpty()) {
                all.append("<camunda:property name=\"%s\" value=\"%s\"/>".formatted(name, value));
            }
        });
        return all.append("</camunda:properties></bpmn:extensionElements></" + tag + ">")
                .toString();
    }

    private static final Set<Rule> ALONE = EnumSet.of(
            Rule.LEADS_NOWHERE,
            Rule.NOT_DRAWN,
            Rule.CALLED_UNKNOWN,
            Rule.DECISION_UNKNOWN,
            Rule.DELEGATE_UNKNOWN,
            Rule.STEP_WITHOUT_DELEGATE,
            Rule.STEP_NOT_COMMITTED);

    private static List<Breach> breaches(String element) {
        byte[] model = ModelsWithCode.document(element).getBytes(StandardCharsets.UTF_8);
        // A file alone is no whole folder, and a step alone no whole process
        return RuleBook.check(ProcessFolder.of(Map.of("a.bpmn", model))).stream()
                .filter(breach -> breach.element().equals("x"))
                .filter(breach -> !ALONE.contains(breach.rule()))
                .toList();
    }
}
