package org.serviceexchange.provider.registration;

import java.util.Optional;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.problem.Finding;

/** The process of a registration as a picture, and where it stands in it. */
public interface RegistrationDiagram {

    /** The BPMN file that this registration runs on; empty if the process is no longer kept. */
    String source(String number);

    /** Where the process stands. */
    ProcessPosition position(String number);

    /** Why the current step keeps failing, if it does. */
    Optional<Finding> trouble(String number);
}
