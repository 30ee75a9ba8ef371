package org.serviceexchange.consumer;

import java.util.List;
import java.util.Optional;

/** Where the process of a provider connection is, for pages. */
public interface ConnectionPosition {

    /** Why the current step keeps failing, if it does. */
    Optional<String> trouble(String number);

    /** Ids of the elements where the process is now; none once it has ended. */
    List<String> activeElements(String number);

    /** The process as drawn, BPMN 2.0 XML. */
    String diagram(String number);
}
