package org.serviceexchange.platform.rulebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.engine.LandedModels;
import org.serviceexchange.platform.rulebook.ModelsWithCode.WithCode;
import org.serviceexchange.platform.rulebook.model.XmlElement;

class SecurityRulesTest {

    private static final String HARMLESS = ModelsWithCode.document("<bpmn:task id=\"x\"/>");

    static List<WithCode> evil() {
        return ModelsWithCode.all();
    }

    static Stream<Path> ours() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            List<Path> now = files.filter(Files::isRegularFile).toList();
            return Stream.concat(
                            now.stream(),
                            LandedModels.folders().stream().flatMap(folder -> LandedModels.files(folder).stream()))
                    .filter(file -> !file.toString().endsWith(".md"));
        }
    }

    @ParameterizedTest
    @MethodSource("evil")
    void refuseEveryKindOfCode(WithCode evil) {
        assertThat(findings("evil.bpmn", evil.content())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void acceptWhatIsDeployedAndWhatWasDeployedEarlier(Path file) throws IOException {
        assertThat(findings(file.getFileName().toString(), Files.readAllBytes(file)))
                .isEmpty();
    }

    @Test
    void acceptTheModelThatTheEvilOnesWereMadeFrom() {
        assertThat(findings(HARMLESS)).isEmpty();
    }

    @Test
    void sayWhereAndWhat() {
        assertThat(findings(ModelsWithCode.document("<bpmn:serviceTask id=\"x\" name=\"A\" camunda:class=\"a.B\"/>")))
                .containsExactly("a.bpmn:9  “A”: the attribute class=\"a.B\" is not allowed.");
        assertThat(findings(ModelsWithCode.document("<bpmn:scriptTask id=\"x\"/>")))
                .containsExactly("a.bpmn:9  “x”: an element of the kind scriptTask is not allowed.");
        assertThat(findings(ModelsWithCode.document("<bpmn:receiveTask id=\"x\">${a}</bpmn:receiveTask>")))
                .containsExactly("a.bpmn:9  “x”: the text \"${a}\" is not allowed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/a.dtd\">",
                "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE a [<!ENTITY e \"x\">]>",
            })
    void readNoDocumentType(String doctype) {
        assertThat(findings(HARMLESS.replace("?>\n", "?>\n" + doctype + "\n")))
                .singleElement()
                .asString()
                .startsWith("a.bpmn:2 ")
                .contains("DOCTYPE");
    }

    @Test
    void refuseWhatIsNotXml() {
        assertThat(findings("<bpmn:definitions")).hasSize(1);
        assertThat(findings("")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.cmmn", "a.cmmn10.xml", "a.cmmn11.xml"})
    void refuseModelsOfCases(String file) {
        assertThat(findings(file, "<a/>".getBytes(UTF_8)))
                .singleElement()
                .asString()
                .startsWith(file + "  “" + file);
    }

    @Test
    void acceptADecisionInFeel() {
        assertThat(decision("a.dmn", "feel", "if score > 3 then \"P3D\" else \"P7D\""))
                .isEmpty();
        assertThat(decision("a.dmn11.xml", "feel", "\"P3D\"")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "juel, ${a.class.classLoader}",
        "javascript, 1",
        "groovy, 1",
        "http://www.omg.org/spec/JUEL, 1",
        "feel, '${a}'",
        "feel, 'function(x) external { java: { class: \"java.lang.Math\" } }'",
    })
    void refuseDecisionsInOtherLanguagesAndThoseThatCallCode(String language, String text) {
        assertThat(decision("a.dmn", language, text)).isNotEmpty();
    }

    @Test
    void refuseOtherVersionsOfDmnAndOtherElements() {
        assertThat(findings("a.dmn", document("http://www.omg.org/spec/DMN/20151101/dmn.xsd", "feel", "1")))
                .hasSize(1);
        assertThat(findings("a.dmn", document(XmlElement.DMN, "feel", "1</text><import>x</import><text>")))
                .hasSize(1);
        assertThat(findings("a.bpmn", document(XmlElement.DMN, "feel", "1"))).hasSize(1);
    }

    private static List<String> decision(String file, String language, String text) {
        return findings(file, document(XmlElement.DMN, language, text));
    }

    private static byte[] document(String namespace, String language, String text) {
        return """
                <definitions xmlns="%s" id="d" name="d" namespace="urn:d">
                  <decision id="evil" name="evil"><literalExpression id="l" expressionLanguage="%s">
                    <text>%s</text></literalExpression></decision>
                </definitions>
                """.formatted(namespace, language, text.replace(" > ", " &gt; ")).getBytes(UTF_8);
    }

    @Test
    void lookAtTheOtherNameOfAModelToo() {
        byte[] evil = ModelsWithCode.all().get(0).content();
        assertThat(findings("a.bpmn20.xml", evil)).isNotEmpty();
    }

    private static List<String> findings(String xml) {
        return findings("a.bpmn", xml.getBytes(UTF_8));
    }

    private static List<String> findings(String file, byte[] content) {
        return RuleBook.security(ProcessFolder.of(Map.of(file, content))).stream()
                .map(breach -> breach.report().inDefault())
                .toList();
    }
}
