package org.serviceexchange.consumer.engine;

import static org.serviceexchange.consumer.engine.ConnectionElements.PROCESS;

import java.util.Objects;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.serviceexchange.consumer.ConnectionDiagram;
import org.serviceexchange.engine.ProcessPictures;
import org.serviceexchange.engine.ProcessPosition;
import org.springframework.stereotype.Component;

/** Reads the picture, the position and what keeps failing from the engine. */
@Component
class HistoricConnectionDiagram implements ConnectionDiagram {

    private final ProcessPictures pictures;
    private final RuntimeService runtime;
    private final ManagementService management;

    HistoricConnectionDiagram(ProcessPictures pictures, RuntimeService runtime, ManagementService management) {
        this.pictures = pictures;
        this.runtime = runtime;
        this.management = management;
    }

    @Override
    public String source(String number) {
        return pictures.source(PROCESS, number);
    }

    @Override
    public ProcessPosition position(String number) {
        return pictures.position(PROCESS, number);
    }

    @Override
    public Optional<String> trouble(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number, PROCESS).list().stream()
                .flatMap(instance ->
                        management.createJobQuery().processInstanceId(instance.getId()).withException().list().stream())
                .map(Job::getExceptionMessage)
                .filter(Objects::nonNull)
                .findFirst();
    }
}
