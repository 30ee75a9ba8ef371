package org.serviceexchange.provider.registration;

import java.util.Optional;
import org.serviceexchange.platform.engine.ProcessPosition;

/** The process of a registration as a picture, and where it stands in it. */
public interface RegistrationDiagram {

    /** The BPMN file that this registration runs on; empty if the process is no longer kept. */
    String source(String number);

    /** Where the process stands. */
    ProcessPosition position(String number);

    /** Why the current step keeps failing, in English; nothing if it does not. */
    Optional<String> trouble(String number);
}
