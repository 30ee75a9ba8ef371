package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Registers a process and the feature it belongs to; each feature declares its own bean.
 *
 * @param key id of the process, such as {@code consumer-registration}
 * @param feature module whose delegates the process calls, such as {@code provider}
 * @param findingsTask id of the user task in which a person resolves what the checks found; empty if it has none
 * @param recheckTimer id of the timer that repeats the checks while that task is open; empty if it has none
 * @param fields names of the variables that the form of an element sends, by the element's id or {@link #START}; nothing else
 *     is taken from a form. A name that ends with {@code *} stands for all that begin like it
 * @param columns variables that distinguish its tasks in a list
 */
public record ProcessRegistration(
        String key,
        String feature,
        String findingsTask,
        String recheckTimer,
        Map<String, Set<String>> fields,
        List<Column> columns,
        Map<String, String> formerNames) {

    /** Stands for the form with which a person starts the process. */
    public static final String START = "start";

    public ProcessRegistration {
        fields = Map.copyOf(fields);
        columns = List.copyOf(columns);
        formerNames = Map.copyOf(formerNames);
    }

    /** The name of the bean that answers to this name in a definition. */
    String beanOf(String name) {
        return feature + "." + formerNames.getOrDefault(name, name);
    }

    /** A variable of the process as a column of task lists; the label is a message key. */
    public record Column(String variable, String label) {}
}
