package org.serviceexchange.consumer.connection.engine;

import static org.serviceexchange.consumer.connection.engine.ConnectionElements.PROCESS;

import java.util.Optional;
import org.serviceexchange.consumer.connection.ConnectionDiagram;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.stereotype.Component;

/** Reads diagram, position and the error of a failing step from the engine. */
@Component
class HistoricConnectionDiagram implements ConnectionDiagram {

    private final ProcessPictures pictures;
    private final FailedSteps failed;

    HistoricConnectionDiagram(ProcessPictures pictures, FailedSteps failed) {
        this.pictures = pictures;
        this.failed = failed;
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
    public Optional<Finding> trouble(String number) {
        return failed.reason(PROCESS, number);
    }
}
