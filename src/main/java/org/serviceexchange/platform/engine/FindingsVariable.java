package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.stream.Collectors;
import org.serviceexchange.platform.problem.Finding;

/** Findings as the text of a process variable, for Cockpit: one a line, in the language of records. */
public final class FindingsVariable {

    /** The engine keeps no longer text. */
    private static final int LONGEST = 4000;

    private FindingsVariable() {}

    /** Cut where the engine would refuse it. */
    public static String text(List<Finding> findings) {
        String text =
                findings.stream().map(finding -> finding.line().inDefault()).collect(Collectors.joining("\n"));
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
