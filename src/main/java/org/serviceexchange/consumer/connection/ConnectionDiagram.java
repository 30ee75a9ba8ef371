package org.serviceexchange.consumer.connection;

import java.util.Optional;
import org.serviceexchange.platform.engine.ProcessPosition;
import org.serviceexchange.platform.problem.Finding;

/** The diagram of a connection's process, and the process's position in it. */
public interface ConnectionDiagram {

    /** The BPMN file that this connection's process runs on; empty if the process has been deleted. */
    String source(String number);

    /** The current position of the process. */
    ProcessPosition position(String number);

    /** Why the current step keeps failing, if it does. */
    Optional<Finding> trouble(String number);
}
