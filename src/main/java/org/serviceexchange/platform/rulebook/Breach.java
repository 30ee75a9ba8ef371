package org.serviceexchange.platform.rulebook;

import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * One place at which a folder breaks a rule.
 *
 * @param line in the file, from 1; 0 if it is about the file or the folder as a whole
 * @param element id of the element; empty if it is about the file or the folder as a whole
 * @param label what people call the element: its label, or where it stands
 * @param details what else the sentence says
 */
public record Breach(Rule rule, String file, int line, String element, String label, List<Object> details) {

    public Breach {
        details = List.copyOf(details);
    }

    public Rule.Kind kind() {
        return rule.kind();
    }

    /** What is wrong, why that matters, and what to do. */
    public LocalizedMessage sentence() {
        return new LocalizedMessage(
                rule.message(),
                Stream.concat(Stream.of(label), details.stream()).toList());
    }

    /** The sentence behind the place in the file. */
    public LocalizedMessage report() {
        String place = line == 0 ? file : file + ":" + line;
        return LocalizedMessage.of("rulebook.line", place, sentence());
    }
}
