package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.Messages;
import org.serviceexchange.platform.problem.Finding;

/**
 * What the forms of Tasklist show of a registration or connection, in the reader's language.
 *
 * @param arguments who and where, in the order of reading
 * @param findings what stands in the way
 */
public record TaskFacts(List<Particular> arguments, List<TaskFinding> findings) {

    /** A label and what stands behind it. */
    public record Particular(String label, String value) {

        /** With the words behind a key as its label. */
        public static Particular of(String key, Locale language, String value) {
            return new Particular(Messages.of(key, language), value);
        }
    }

    /** The findings as they are kept. */
    public static TaskFacts of(List<Particular> arguments, List<Finding> findings, Locale language) {
        return new TaskFacts(arguments, TaskFinding.all(findings, language));
    }
}
