package org.serviceexchange.platform.engine;

import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;

/** Lets engines of tests call processes as the application does. */
public final class CalledProcessesOf {

    private CalledProcessesOf() {}

    /** To be added to the parse listeners of the engine. */
    public static BpmnParseListener anEngine() {
        return new CalledProcesses();
    }
}
