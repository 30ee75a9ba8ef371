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
public record TaskFacts(List<Detail> details, List<TaskFinding> findings) {

    /** A label and its value. */
    public record Detail(String label, String value) {

        /** A detail whose label is the message with this key. */
        public static Detail of(String key, Locale language, String value) {
            return new Detail(Messages.of(key, language), value);
        }
    }

    /** Converts stored findings. */
    public static TaskFacts of(List<Detail> details, List<Finding> findings, Locale language) {
        return new TaskFacts(details, TaskFinding.all(findings, language));
    }
}
