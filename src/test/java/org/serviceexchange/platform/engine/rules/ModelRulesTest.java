package org.serviceexchange.platform.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.engine.LandedModels;
import org.serviceexchange.platform.engine.rules.EvilModels.Evil;

class ModelRulesTest {

    private static final String HARMLESS = EvilModels.document("<bpmn:task id=\"x\"/>");

    static List<Evil> evil() {
        return EvilModels.all();
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
    void refuseEveryKindOfCode(Evil evil) {
        assertThat(ModelRules.findings("evil.bpmn", evil.content())).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void acceptWhatIsDeployedAndWhatWasDeployedEarlier(Path file) throws IOException {
        assertThat(ModelRules.findings(file.getFileName().toString(), Files.readAllBytes(file)))
                .isEmpty();
    }

    @Test
    void acceptTheModelThatTheEvilOnesWereMadeFrom() {
        assertThat(findings(HARMLESS)).isEmpty();
    }

    @Test
    void sayWhereAndWhat() {
        assertThat(findings(EvilModels.document("<bpmn:serviceTask id=\"x\" name=\"A\" camunda:class=\"a.B\"/>")))
                .containsExactly("a.bpmn:9 x class=\"a.B\"");
        assertThat(findings(EvilModels.document("<bpmn:scriptTask id=\"x\"/>")))
                .containsExactly("a.bpmn:9 x <scriptTask>");
        assertThat(findings(EvilModels.document("<bpmn:receiveTask id=\"x\">${a}</bpmn:receiveTask>")))
                .containsExactly("a.bpmn:9 x \"${a}\"");
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
    @ValueSource(strings = {"a.dmn", "a.dmn11.xml", "a.cmmn", "a.cmmn10.xml", "a.cmmn11.xml"})
    void refuseModelsOfOtherKinds(String file) {
        String decision = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d">
                  <decision id="evil" name="evil"><literalExpression id="l" expressionLanguage="juel">
                    <text>${a.class.classLoader}</text></literalExpression></decision>
                </definitions>
                """;
        assertThat(ModelRules.findings(file, decision.getBytes(UTF_8))).containsExactly(file);
    }

    @Test
    void lookAtTheOtherNameOfAModelToo() {
        byte[] evil = EvilModels.all().get(0).content();
        assertThat(ModelRules.findings("a.bpmn20.xml", evil)).isNotEmpty();
    }

    private static List<String> findings(String xml) {
        return ModelRules.findings("a.bpmn", xml.getBytes(UTF_8));
    }
}
