package org.serviceexchange.provider.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Incident;
import org.serviceexchange.provider.RegistrationDiagram;
import org.springframework.stereotype.Component;

/** Reads the picture and the position from the engine's history, so that closed registrations have them too. */
@Component
class HistoricRegistrationDiagram implements RegistrationDiagram {

    private final RepositoryService repository;
    private final HistoryService history;
    private final RuntimeService runtime;

    HistoricRegistrationDiagram(RepositoryService repository, HistoryService history, RuntimeService runtime) {
        this.repository = repository;
        this.history = history;
        this.runtime = runtime;
    }

    @Override
    public String source(String number) {
        return instance(number)
                .map(HistoricProcessInstance::getProcessDefinitionId)
                .map(this::read)
                .orElse("");
    }

    @Override
    public Position position(String number) {
        return instance(number).map(this::position).orElse(new Position(List.of(), List.of(), List.of()));
    }

    private Position position(HistoricProcessInstance instance) {
        List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance.getId())
                .list();
        List<String> stuck = runtime.createIncidentQuery().processInstanceId(instance.getId()).list().stream()
                .map(Incident::getActivityId)
                .distinct()
                .toList();
        return new Position(
                elements(steps, step -> step.getEndTime() == null),
                elements(steps, step -> step.getEndTime() != null && !step.isCanceled()),
                stuck);
    }

    private static List<String> elements(
            List<HistoricActivityInstance> steps, Predicate<HistoricActivityInstance> condition) {
        return steps.stream()
                .filter(condition)
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .toList();
    }

    private Optional<HistoricProcessInstance> instance(String number) {
        return history
                .createHistoricProcessInstanceQuery()
                .processDefinitionKey(RegistrationElements.PROCESS)
                .processInstanceBusinessKey(number)
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
