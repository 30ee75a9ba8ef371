package org.serviceexchange.provider.engine;

import static org.serviceexchange.provider.engine.RegistrationElements.PROCESS;

import org.serviceexchange.engine.ProcessPictures;
import org.serviceexchange.engine.ProcessPosition;
import org.serviceexchange.provider.RegistrationDiagram;
import org.springframework.stereotype.Component;

/** Reads the picture and the position from the engine. */
@Component
class HistoricRegistrationDiagram implements RegistrationDiagram {

    private final ProcessPictures pictures;

    HistoricRegistrationDiagram(ProcessPictures pictures) {
        this.pictures = pictures;
    }

    @Override
    public String source(String number) {
        return pictures.source(PROCESS, number);
    }

    @Override
    public ProcessPosition position(String number) {
        return pictures.position(PROCESS, number);
    }
}
