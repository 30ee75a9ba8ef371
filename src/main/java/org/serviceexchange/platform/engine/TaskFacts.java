package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Finding;

/**
 * The data of a registration or connection that Tasklist's forms show, in the reader's language.
 *
 * @param details labelled values, in reading order
 * @param findings findings to resolve
 */
public record TaskFacts(List<Particular> details, List<TaskFinding> findings) {

    /** A label and its value. */
    public record Particular(String label, String value) {

        /** A particular whose label is the message with this key. */
        public static Particular of(String key, Locale language, String value) {
            return new Particular(Messages.of(key, language), value);
        }
    }

    /** Converts stored findings. */
    public static TaskFacts of(List<Particular> details, List<Finding> findings, Locale language) {
        return new TaskFacts(details, TaskFinding.all(findings, language));
    }
}
