package org.serviceexchange.provider.registration.engine;

import static org.serviceexchange.provider.registration.engine.RegistrationElements.PROCESS;

import java.util.Optional;
import org.serviceexchange.platform.engine.FailedSteps;
import org.serviceexchange.platform.engine.ProcessPictures;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.provider.registration.RegistrationDiagram;
import org.springframework.stereotype.Component;

/** Reads diagram and position from the engine. */
@Component
class HistoricRegistrationDiagram implements RegistrationDiagram {

    private final ProcessPictures pictures;
    private final FailedSteps failedSteps;

    HistoricRegistrationDiagram(ProcessPictures pictures, FailedSteps failedSteps) {
        this.pictures = pictures;
        this.failedSteps = failedSteps;
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
        return failedSteps.reason(PROCESS, number);
    }
}
