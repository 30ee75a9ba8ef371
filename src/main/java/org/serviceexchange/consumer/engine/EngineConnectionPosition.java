package org.serviceexchange.consumer.engine;

import static org.serviceexchange.consumer.engine.ConnectionElements.PROCESS;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.Job;
import org.serviceexchange.consumer.ConnectionPosition;
import org.springframework.stereotype.Component;

/** Reads from the engine where the process of a provider connection is. */
@Component
class EngineConnectionPosition implements ConnectionPosition {

    private final RuntimeService runtime;
    private final ManagementService management;
    private final HistoryService history;
    private final RepositoryService repository;

    EngineConnectionPosition(
            RuntimeService runtime,
            ManagementService management,
            HistoryService history,
            RepositoryService repository) {
        this.runtime = runtime;
        this.management = management;
        this.history = history;
        this.repository = repository;
    }

    @Override
    public Optional<String> trouble(String number) {
        return instance(number)
                .flatMap(id -> management.createJobQuery().processInstanceId(id).withException().list().stream()
                        .map(Job::getExceptionMessage)
                        .filter(Objects::nonNull)
                        .findFirst());
    }

    @Override
    public List<String> activeElements(String number) {
        return instance(number)
                .map(id -> leaves(runtime.getActivityInstance(id)))
                .orElse(List.of());
    }

    @Override
    public String diagram(String number) {
        var instance = history.createHistoricProcessInstanceQuery()
                .processDefinitionKey(PROCESS)
                .processInstanceBusinessKey(number)
                .singleResult();
        try (InputStream model = repository.getProcessModel(instance.getProcessDefinitionId())) {
            return new String(model.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The process of " + number + " could not be read.", e);
        }
    }

    private Optional<String> instance(String number) {
        return Optional.ofNullable(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number, PROCESS)
                        .singleResult())
                .map(Execution::getProcessInstanceId);
    }

    private static List<String> leaves(ActivityInstance instance) {
        var children = Arrays.stream(instance.getChildActivityInstances()).flatMap(child -> leaves(child).stream());
        var waiting = Arrays.stream(instance.getChildTransitionInstances()).map(child -> child.getActivityId());
        List<String> below = Stream.concat(children, waiting).toList();
        return below.isEmpty() ? List.of(instance.getActivityId()) : below;
    }
}
