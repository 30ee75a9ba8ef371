package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DecisionDefinition;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.rulebook.EvilModels;
import org.serviceexchange.platform.rulebook.EvilModels.EvilModel;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What an instance does at its start with a changed folder of processes. */
@ExtendWith(OutputCaptureExtension.class)
class RefusedFolderTest {

    private ProcessEngine engine;

    @TempDir
    Path classes;

    @BeforeEach
    void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:refused-" + UUID.randomUUID());
        configuration.setProcessEngineName("refused-" + UUID.randomUUID());
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void refusesWhatCouldBringCodeAlongAndWhatWouldNotWork() throws IOException {
        for (String name : List.of("a class", "Match contact is deleted in Modeler")) {
            assertThatThrownBy(() -> deploy(named(EvilModels.all(), name)))
                    .isInstanceOf(Problem.class)
                    .hasMessageContaining("contains what this instance does not run: consumer-registration.bpmn:")
                    .hasMessageContaining("Match contact");
        }
        assertThat(engine.getRepositoryService().createDeploymentQuery().count())
                .isZero();
    }

    @Test
    void deploysWhatAnAnalystMayChangeAndLogsHints(CapturedOutput output) throws IOException {
        deploy(named(EvilModels.harmless(), "a call of an own process"));
        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().list())
                .extracting(ProcessDefinition::getKey)
                .contains("own-process", "consumer-registration");
        assertThat(output).contains("“Rechtsabteilung prüft” is not drawn");
    }

    @Test
    void deploysADecisionThatAProcessAsks() throws IOException {
        deploy(named(EvilModels.harmless(), "a decision that is asked"));
        assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().list())
                .extracting(DecisionDefinition::getKey)
                .contains("reminder-time");
    }

    private void deploy(EvilModel model) throws IOException {
        for (Map.Entry<String, byte[]> file : model.folder().files().entrySet()) {
            Path path = classes.resolve("processes").resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        URL[] place = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(place, null)) {
            new ProcessDeployer(
                            engine.getRepositoryService(),
                            new PathMatchingResourcePatternResolver(loader),
                            new StaticListableBeanFactory().getBeanProvider(ProcessDeployer.AtStart.class))
                    .afterSingletonsInstantiated();
        }
    }

    private static EvilModel named(List<EvilModel> models, String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
