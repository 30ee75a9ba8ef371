package org.serviceexchange.provider;

import java.util.List;

/** The process of a registration as a picture, and where it stands in it. */
public interface RegistrationDiagram {

    /** The BPMN file that this registration runs on; empty if the process is no longer kept. */
    String source(String number);

    /** Where the process stands. */
    Position position(String number);

    /**
     * A place in the picture, by the ids of its elements.
     *
     * @param active where it waits or works
     * @param passed what is behind it
     * @param stuck where a step failed again and again, and an operator has to look
     */
    record Position(List<String> active, List<String> passed, List<String> stuck) {}
}
