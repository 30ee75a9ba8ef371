package org.serviceexchange.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.stereotype.Component;

/** Processes as pictures, and where they stand in them; from the engine's history, so that ended ones have them too. */
@Component
public class ProcessPictures {

    private final RepositoryService repository;
    private final HistoryService history;
    private final RuntimeService runtime;

    public ProcessPictures(RepositoryService repository, HistoryService history, RuntimeService runtime) {
        this.repository = repository;
        this.history = history;
        this.runtime = runtime;
    }

    /** The BPMN file that the newest process with this business key runs on; empty if it is no longer kept. */
    public String source(String process, String businessKey) {
        return instance(process, businessKey)
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(this::read)
                .orElse("");
    }

    /** Where that process stands; nowhere if it is no longer kept. */
    public ProcessPosition position(String process, String businessKey) {
        return instance(process, businessKey).map(this::position).orElse(ProcessPosition.NOWHERE);
    }

    private ProcessPosition position(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list();
        Stream<String> open =
                steps.stream().filter(step -> step.getEndTime() == null).map(HistoricActivityInstance::getActivityId);
        Stream<String> passed = steps.stream()
                .filter(step -> step.getEndTime() != null && !step.isCanceled())
                .map(HistoricActivityInstance::getActivityId);
        Stream<String> stuck = runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .map(Incident::getActivityId);
        return ProcessPosition.of(Stream.concat(open, waiting(instance)), passed, stuck)
                .named(step -> name(instance.getProcessDefinitionId(), step));
    }

    /** The name of a step; none of what only holds steps together. */
    private Optional<String> name(String definition, String step) {
        ModelElementInstance element =
                repository.getBpmnModelInstance(definition).getModelElementById(step);
        return element instanceof FlowNode node && !(node instanceof SubProcess)
                ? Optional.ofNullable(node.getName())
                : Optional.empty();
    }

    /** Steps that are due but have not begun: history does not know of them yet. */
    private Stream<String> waiting(HistoricProcessInstance instance) {
        return instance.getEndTime() == null
                ? Stream.ofNullable(runtime.getActivityInstance(instance.getId()))
                        .flatMap(ProcessPictures::waiting)
                : Stream.empty();
    }

    private static Stream<String> waiting(ActivityInstance scope) {
        return Stream.concat(
                Arrays.stream(scope.getChildTransitionInstances()).map(TransitionInstance::getActivityId),
                Arrays.stream(scope.getChildActivityInstances()).flatMap(ProcessPictures::waiting));
    }

    private Optional<HistoricProcessInstance> instance(String process, String businessKey) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(process)
                .processInstanceBusinessKey(businessKey)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .findFirst();
    }

    private String read(String definition) {
        try (InputStream model = repository.getProcessModel(definition)) {
            return new String(model.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
