package org.serviceexchange.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.architecture.Diagrams.Diagram;

/** Files are as Camunda Modeler saves them, so that an analyst's first change is a diff of that change alone. */
class ModelerFormTest {

    private static final Path PROVIDER = Diagrams.FOLDER.resolve("consumer-registration.bpmn");

    private final ModelerWriter modeler = new ModelerWriter();

    static List<Diagram> diagrams() {
        return Diagrams.drawn();
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void savedByModelerTheFileStaysAsItIs(Diagram diagram) throws IOException {
        String text = Files.readString(diagram.file());
        assertThat(modeler.rewrite(text))
                .as("%s: open it in Camunda Modeler and save it", diagram.file())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("diagrams")
    void saysWhatItIsMadeWithAndFor(Diagram diagram) throws IOException {
        assertThat(Files.readString(diagram.file()))
                .contains(" exporter=\"Camunda Modeler\" exporterVersion=\"5.")
                .contains(
                        " modeler:executionPlatform=\"Camunda Platform\" modeler:executionPlatformVersion=\"7.24.0\"");
    }

    /** Each is something that a text editor does and Modeler undoes. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                " />|/>",
                "isExecutable=\"true\" camunda:versionTag=\"3\"|camunda:versionTag=\"3\" isExecutable=\"true\"",
                "  <bpmn:process|<bpmn:process",
                "</bpmn:definitions>|<!-- a remark --></bpmn:definitions>",
                "attachedToRef=\"subProcess_connectConsumer\"|cancelActivity=\"true\" attachedToRef=\"subProcess_connectConsumer\"",
                "<bpmn:outgoing>flow_registrationRequested_to_receiveRegistrationRequest</bpmn:outgoing>"
                        + "|<bpmn:outgoing><![CDATA[flow_registrationRequested_to_receiveRegistrationRequest]]></bpmn:outgoing>",
                "xmlns:xsi=|xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" xmlns:xsi=",
                "width=\"36\"|width=\"36.0\"",
                "\"Register a consumer\" isExecutable|\"Register a consumer\"  isExecutable",
            })
    void findsWhatModelerWouldRewrite(String saved, String edited) throws IOException {
        String text = Files.readString(PROVIDER);
        String change = text.replaceFirst(Pattern.quote(saved), Matcher.quoteReplacement(edited));
        assertThat(change).as("the file has %s", saved).isNotEqualTo(text);
        assertThat(modeler.rewrite(change)).isEqualTo(text);
    }

    @Test
    void findsIncomingFlowsThatStandBehindOutgoingOnes() throws IOException {
        String text = Files.readString(PROVIDER);
        String change = text.replaceFirst("( *<bpmn:incoming>.*\n)( *<bpmn:outgoing>.*\n)", "$2$1");
        assertThat(change).isNotEqualTo(text);
        assertThat(modeler.rewrite(change)).isEqualTo(text);
    }

    @Test
    void findsAMissingLineBreakAtTheEnd() throws IOException {
        String text = Files.readString(PROVIDER);
        assertThat(modeler.rewrite(text.strip())).isEqualTo(text);
    }

    @Test
    void refusesWhatModelerDoesNotKnow() throws IOException {
        String change = Files.readString(PROVIDER).replaceFirst("camunda:asyncBefore", "camunda:asyncBefor");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> modeler.rewrite(change))
                .withMessage("bpmn:serviceTask has no attribute camunda:asyncBefor");
    }
}
