package org.serviceexchange.consumer.engine;

import static org.serviceexchange.consumer.engine.ConnectionElements.PROCESS;

import java.util.Optional;
import org.serviceexchange.consumer.ConnectionDiagram;
import org.serviceexchange.engine.FailedSteps;
import org.serviceexchange.engine.ProcessPictures;
import org.serviceexchange.engine.ProcessPosition;
import org.springframework.stereotype.Component;

/** Reads the picture, the position and what keeps failing from the engine. */
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
    public Optional<String> trouble(String number) {
        return failed.reason(PROCESS, number);
    }
}
