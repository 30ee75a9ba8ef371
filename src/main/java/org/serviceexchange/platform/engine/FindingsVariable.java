package org.serviceexchange.platform.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;

/** What a check found as variables of a process: as data, and for people in Cockpit in the language of records. */
public final class FindingsVariable {

    private static final String SENTENCES = "findings";
    private static final String DATA = "findingsData";
    private static final String BEING_RESOLVED = "findingsBeingResolved";
    private static final String PREREQUISITES_MET = "prerequisitesMet";

    private FindingsVariable() {}

    /**
     * Sets what was found, whether a person is resolving findings already, and whether nothing was found. The last answer comes
     * last: in definitions of earlier versions, setting it ends the task that shows the rest. Findings for which the engine has
     * no room are left out of the data as a whole.
     *
     * @param findingsTask id of the user task in which a person resolves them
     */
    public static void write(DelegateExecution execution, List<Finding> findings, String findingsTask) {
        execution.setVariable(SENTENCES, sentences(findings));
        execution.setVariable(DATA, data(findings));
        execution.setVariable(BEING_RESOLVED, OpenTasks.in(execution, findingsTask));
        execution.setVariable(PREREQUISITES_MET, findings.isEmpty());
    }

    private static String sentences(List<Finding> findings) {
        String text =
                findings.stream().map(finding -> finding.line().inDefault()).collect(Collectors.joining("\n"));
        return text.length() > ReadableData.LONGEST ? text.substring(0, ReadableData.LONGEST) : text;
    }

    private static String data(List<Finding> findings) {
        List<Finding> kept = new ArrayList<>(findings);
        String text = FindingText.write(kept);
        if (text.length() > ReadableData.LONGEST) {
            kept.replaceAll(Finding::shortened);
            text = FindingText.write(kept);
        }
        while (text.length() > ReadableData.LONGEST) {
            kept.remove(kept.size() - 1);
            text = FindingText.write(kept);
        }
        return text;
    }
}
