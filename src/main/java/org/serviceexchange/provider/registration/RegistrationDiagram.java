package org.serviceexchange.provider.registration;

import java.util.Optional;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.problem.Finding;

/** The diagram of a registration's process, and the process's position in it. */
public interface RegistrationDiagram {

    /** The BPMN file that this registration's process runs on; empty if the process has been deleted. */
    String source(String number);

    /** The current position of the process. */
    ProcessPosition position(String number);

    /** Why the current step keeps failing, if it does. */
    Optional<Finding> trouble(String number);
}
