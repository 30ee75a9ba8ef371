package org.serviceexchange.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.label.DeployedLabels;

/** What a task is called in lists, on pages and in problems: never nothing. */
class TaskNamesTest {

    private ProcessEngine engine;

    @BeforeEach
    void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setJdbcUrl("jdbc:h2:mem:task-names");
        configuration.setProcessEngineName("task-names");
        configuration.setCustomPreBPMNParseListeners(List.of(new TaskNameListener()));
        engine = configuration.buildProcessEngine();
        BpmnModelInstance model = Bpmn.createExecutableProcess("tasks")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .parallelGateway("fork")
                .userTask("task_named")
                .name("Approve company")
                .endEvent()
                .moveToNode("fork")
                .userTask("task_unnamed")
                .endEvent()
                .moveToNode("fork")
                .userTask("task_blank")
                .name(" ")
                .endEvent()
                .done();
        // The builder names each element by its id
        for (String unnamed : List.of("fork", "task_unnamed")) {
            model.getModelElementById(unnamed).removeAttribute("name");
        }
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("tasks.bpmn", model)
                .deploy();
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void areTheLabelOrElseTheIdWithTheNumberOfTheCase() {
        assertThat(names("REG0001001"))
                .containsExactlyInAnyOrder(
                        "Approve company: REG0001001", "task_unnamed: REG0001001", "task_blank: REG0001001");
    }

    @Test
    void areTheLabelOrElseTheIdWithoutACase() {
        assertThat(names(null)).containsExactlyInAnyOrder("Approve company", "task_unnamed", "task_blank");
    }

    @Test
    void ofStepsAreTheIdOfAnActivityWithoutALabel() {
        names("REG0001002");
        var pictures = new ProcessPictures(
                engine.getRepositoryService(),
                engine.getHistoryService(),
                engine.getRuntimeService(),
                new DeployedLabels(engine.getRepositoryService()));
        assertThat(pictures.name("tasks", "REG0001002", "task_named", Locale.ENGLISH))
                .contains("Approve company");
        assertThat(pictures.name("tasks", "REG0001002", "task_unnamed", Locale.ENGLISH))
                .contains("task_unnamed");
        assertThat(pictures.name("tasks", "REG0001002", "task_blank", Locale.ENGLISH))
                .contains("task_blank");
        assertThat(pictures.name("tasks", "REG0001002", "fork", Locale.ENGLISH)).isEmpty();
    }

    @Test
    void ofAllStepsOfAProcessComeFromItsModelReadOnce() {
        names("REG0001003");
        RepositoryService repository = spy(engine.getRepositoryService());
        var pictures = new ProcessPictures(
                repository,
                engine.getHistoryService(),
                engine.getRuntimeService(),
                new DeployedLabels(engine.getRepositoryService()));
        assertThat(pictures.times("tasks", "REG0001003", Instant.now().plusSeconds(9), Locale.ENGLISH)
                        .steps())
                .extracting(StepTimes.Step::name)
                .contains("Approve company", "task_unnamed", "task_blank");
        verify(repository, times(1)).getBpmnModelInstance(any());
    }

    private List<String> names(@Nullable String number) {
        String instance = engine.getRuntimeService()
                .startProcessInstanceByKey("tasks", number)
                .getId();
        return engine.getTaskService().createTaskQuery().processInstanceId(instance).list().stream()
                .map(task -> task.getName())
                .toList();
    }
}
