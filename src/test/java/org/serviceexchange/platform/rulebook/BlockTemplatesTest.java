package org.serviceexchange.platform.rulebook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the templates of building blocks write into a model is what the application reads, and nothing else. */
class BlockTemplatesTest {

    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");

    /** As of version 0.22.1 of the schema, which Modeler checks templates with; its licence stands beside it. */
    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
            .getSchema(BlockTemplatesTest.class.getResourceAsStream("/modeler/element-templates.schema.json"));

    /** What each template gives to the application to read. */
    private static final Map<String, Set<String>> READ = Map.of(
            "send-mail", Set.of("to", "role", "address", "subject", "text", "subject.de", "text.de"),
            "link-life", Set.of("linkLife"),
            "decision", Set.of(),
            "call-process", Set.of(),
            "approval", Set.of("approvalQuestion", "approvalBefore", "approvalBySecondPerson"),
            "four-eyes-on-the-key-exchange", Set.of("approvalQuestion", "approvalBefore", "approvalBySecondPerson"));

    /** What an analyst fills in where a template has no value. */
    private static final Map<String, String> FILLED_IN = Map.of("text", "Look at {page}.", "calledElement", "own");

    private final List<String> attributes = new ArrayList<>();
    private final Map<String, String> properties = new HashMap<>();

    static List<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void followTheSchemaOfCamundaModeler(String name) throws IOException {
        assertThat(SCHEMA.validate(read(name))).isEmpty();
    }

    /** As somebody would try it: Modeler would refuse the whole file. */
    @Test
    void theSchemaRefusesWhatModelerDoesNotKnow() throws IOException {
        JsonNode template = read("approval");
        ((ObjectNode) template.at("/properties/0/binding")).put("type", "camunda:taskListener");
        assertThat(SCHEMA.validate(template)).isNotEmpty();
    }

    /** A property that no code names would be a promise that nobody keeps. */
    @ParameterizedTest
    @MethodSource("templates")
    void everyPropertyIsNamedByTheCodeThatReadsIt(String name) throws IOException {
        String code = code();
        read(name).get("properties").findParents("binding").forEach(property -> {
            if (property.at("/binding/type").asText().equals("camunda:property")) {
                // A language stands behind the name
                assertThat(code)
                        .contains('"' + property.at("/binding/name").asText().replaceFirst("\\..*", "") + '"');
            }
        });
    }

    @ParameterizedTest
    @MethodSource("templates")
    void writeWhatTheApplicationReads(String name) throws IOException {
        JsonNode template = read(name);
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

    private static String code() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            StringBuilder code = new StringBuilder();
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
            return code.toString();
        }
    }

    private static JsonNode read(String name) throws IOException {
        return new ObjectMapper().readTree(FOLDER.resolve(name + ".json").toFile());
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
        return RuleBook.check(ProcessFolder.of(Map.of("a.bpmn", model, "forms/approval.html", new byte[0]))).stream()
                .filter(breach -> breach.element().equals("x"))
                .filter(breach -> !ALONE.contains(breach.rule()))
                // What an approval comes before is not in this process
                .filter(breach -> !breach.details().contains("approvalBefore"))
                .toList();
    }
}
