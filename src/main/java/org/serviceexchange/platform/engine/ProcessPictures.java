package org.serviceexchange.platform.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
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
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.serviceexchange.platform.engine.label.DeployedLabels;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.platform.label.TranslatedModel;
import org.serviceexchange.platform.message.Localizable;
import org.springframework.stereotype.Component;

/**
 * Diagrams of processes and positions in them; read from the engine's history, so that ended processes are included.
 */
@Component
public class ProcessPictures {

    private final RepositoryService repository;
    private final HistoryService history;
    private final RuntimeService runtime;
    private final DeployedLabels labels;

    public ProcessPictures(
            RepositoryService repository, HistoryService history, RuntimeService runtime, DeployedLabels labels) {
        this.labels = labels;
        this.repository = repository;
        this.history = history;
        this.runtime = runtime;
    }

    /** The BPMN file of the newest process with this business key, in this language; empty if the process has been deleted. */
    public String source(String process, String businessKey, Locale language) {
        return instance(process, businessKey)
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(definition -> TranslatedModel.of(read(definition), labels.of(definition), language))
                .orElse("");
    }

    /** The position of that process; {@link ProcessPosition#NOWHERE} if it has been deleted. */
    public ProcessPosition position(String process, String businessKey, Locale language) {
        return instance(process, businessKey)
                .map(found -> position(found, language))
                .orElse(ProcessPosition.NOWHERE);
    }

    /** The name of a step in the diagram of that process, in this language; empty for elements that only group steps, and for timers. */
    Optional<String> name(String process, String businessKey, String step, Locale language) {
        return instance(process, businessKey)
                .flatMap(found -> names(found, language).of(step));
    }

    /** A label of a process in the languages of the newest version. */
    Localizable labelled(String process, String label) {
        return labels.newest(process, label);
    }

    /** How long that process was in each step that has a name; none if it has been deleted. */
    public StepTimes times(String process, String businessKey, Instant now, Locale language) {
        return StepTimes.of(
                instance(process, businessKey).stream()
                        .flatMap(found -> stays(found, language))
                        .toList(),
                now);
    }

    private Stream<StepTimes.Stay> stays(HistoricProcessInstance instance, Locale language) {
        Names names = names(instance, language);
        return history
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list()
                .stream()
                .flatMap(step -> names.of(step.getActivityId()).map(name -> stay(name, step)).stream());
    }

    private static StepTimes.Stay stay(String name, HistoricActivityInstance step) {
        Date end = step.getEndTime();
        return new StepTimes.Stay(name, step.getStartTime().toInstant(), end == null ? null : end.toInstant());
    }

    private ProcessPosition position(HistoricProcessInstance instance, Locale language) {
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
                .named(names(instance, language)::of)
                .on(instance.getProcessDefinitionVersion())
                .with(steps.stream().flatMap(step -> within(step, language)).toList());
    }

    /** The current steps of a process that this step has called. */
    private Stream<String> within(HistoricActivityInstance step, Locale language) {
        return step.getEndTime() != null || step.getCalledProcessInstanceId() == null
                ? Stream.empty()
                : history
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(step.getCalledProcessInstanceId())
                        .list()
                        .stream()
                        .flatMap(called -> position(called, language).here().stream());
    }

    private Names names(HistoricProcessInstance instance, Locale language) {
        String definition = instance.getProcessDefinitionId();
        return new Names(repository.getBpmnModelInstance(definition), labels.of(definition), language);
    }

    /** What the steps of a definition are called, which is read once for all of them. */
    private record Names(BpmnModelInstance model, ModelLabels labels, Locale language) {

        /** The name of a step, of an activity without a label its id; empty for elements that only group or join steps. */
        Optional<String> of(String step) {
            ModelElementInstance element = model.getModelElementById(step);
            if (!(element instanceof FlowNode node) || node instanceof SubProcess) {
                return Optional.empty();
            }
            return Optional.ofNullable(node.getName())
                    .filter(label -> !label.isBlank())
                    .map(label -> labels.in(label, language))
                    .or(() -> Optional.of(step).filter(id -> node instanceof Activity));
        }
    }

    /** Steps that are due but have not started, which history does not contain yet. */
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
