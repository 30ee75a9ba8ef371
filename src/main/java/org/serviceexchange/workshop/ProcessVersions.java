package org.serviceexchange.workshop;

import java.util.List;
import java.util.Map;
import org.serviceexchange.platform.label.ModelLabels;

/** The versions of the processes that the engine has. */
public interface ProcessVersions {

    /** All versions, each process's newest first; with a constant number of statements. */
    List<ProcessVersion> all();

    /** The BPMN file of a version, by the id of its definition. */
    String model(String id);

    /** The labels that were deployed with a version, by the id of its definition. */
    ModelLabels labels(String id);

    /** How many cases stand where, by the id of the element. */
    Map<String, Standing> standings(String id);

    /**
     * Cases at an element.
     *
     * @param stopped how many of their steps failed for good
     */
    record Standing(int cases, int stopped) {}
}
