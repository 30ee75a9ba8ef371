package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.serviceexchange.platform.problem.Finding;

/** Converts findings to the text of a process variable for Cockpit: one per line, in the language of records. */
public final class FindingsVariable {

    /** The engine's limit for the length of a text variable. */
    private static final int LONGEST = 4000;

    private FindingsVariable() {}

    /** The text, truncated to the engine's limit. */
    public static String text(List<Finding> findings) {
        String text =
                findings.stream().map(finding -> finding.line().inDefault()).collect(Collectors.joining("\n"));
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
