package org.serviceexchange.platform.engine.label;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.platform.engine.StepTimes;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Each version of a process has the names that were deployed with it. */
class DeployedLabelsTest {

    private static final String MODEL = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
              targetNamespace="t"><process id="small" name="Small" isExecutable="true" camunda:historyTimeToLive="1">
              <startEvent id="s" name="Registration requested"/><sequenceFlow id="f1" sourceRef="s" targetRef="ask"/>
              <userTask id="ask" name="%s"/></process></definitions>""";

    private ProcessEngine engine;
    private DeployedLabels labels;
    private ProcessPictures pictures;

    @BeforeEach
    void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:deployed-labels");
        configuration.setProcessEngineName("deployed-labels");
        engine = configuration.buildProcessEngine();
        labels = new DeployedLabels(engine.getRepositoryService());
        pictures = new ProcessPictures(
                engine.getRepositoryService(), engine.getHistoryService(), engine.getRuntimeService(), labels);
        deploy("Ask lawyers", "Ask lawyers = Juristen fragen");
        engine.getRuntimeService().startProcessInstanceByKey("small", "A1");
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void positionTimesPictureAndStepSpeakTheLanguageOfTheReader() {
        assertThat(pictures.position("small", "A1", Locale.GERMAN).here()).containsExactly("Juristen fragen");
        assertThat(pictures.position("small", "A1", Locale.ENGLISH).here()).containsExactly("Ask lawyers");
        Instant later = Instant.now().plusSeconds(60);
        assertThat(pictures.times("small", "A1", later, Locale.GERMAN).steps())
                .extracting(StepTimes.Step::name)
                .containsExactly("Juristen fragen");
        assertThat(pictures.source("small", "A1", Locale.GERMAN))
                .contains("name=\"Juristen fragen\"", "name=\"Registrierung angefordert\"");
        assertThat(pictures.source("small", "A1", Locale.FRENCH))
                .contains("name=\"Ask lawyers\"", "name=\"Enregistrement demandé\"");
    }

    @Test
    void aRunningCaseKeepsTheNamesOfItsVersion() {
        deploy("Ask the lawyers", "Ask the lawyers = Rechtsabteilung fragen");
        engine.getRuntimeService().startProcessInstanceByKey("small", "A2");
        assertThat(pictures.position("small", "A1", Locale.GERMAN).here()).containsExactly("Juristen fragen");
        assertThat(pictures.position("small", "A2", Locale.GERMAN).here()).containsExactly("Rechtsabteilung fragen");
    }

    /** As the label of an approval, which the record keeps. */
    @Test
    void aLabelInASentenceIsTranslatedWhenSomebodyReadsIt() {
        LocalizedMessage sentence =
                LocalizedMessage.of("provider.turn.approver", labels.newest("small", "Ask lawyers"));
        assertThat(sentence.in(Locale.GERMAN)).contains("Juristen fragen");
        assertThat(sentence.inDefault()).contains("Ask lawyers");
        assertThat(labels.newest("other", "Ask lawyers").in(Locale.GERMAN)).isEqualTo("Ask lawyers");
        assertThat(labels.newest("small", "").in(Locale.GERMAN)).isEmpty();
    }

    private void deploy(String label, String german) {
        engine.getRepositoryService()
                .createDeployment()
                .addInputStream(
                        "small.bpmn",
                        new ByteArrayInputStream(MODEL.formatted(label).getBytes(UTF_8)))
                .addInputStream("labels_de.txt", new ByteArrayInputStream(german.getBytes(UTF_8)))
                .deploy();
    }
}
