package org.serviceexchange.platform.engine;

import java.util.List;
import java.util.Map;

/**
 * Which feature a process belongs to; each feature declares its own as a bean.
 *
 * @param key id of the process, such as {@code consumer-registration}
 * @param feature module whose delegates the process calls, such as {@code provider}
 * @param findingsTask id of the user task in which a person resolves what the checks found
 * @param columns what tells its tasks apart in a list
 * @param formerNames delegates that only definitions of earlier versions name, and which delegate answers today; cases that
 *     began with them finish on them
 */
public record ProcessRegistration(
        String key, String feature, String findingsTask, List<Column> columns, Map<String, String> formerNames) {

    public ProcessRegistration {
        columns = List.copyOf(columns);
        formerNames = Map.copyOf(formerNames);
    }

    /** One whose delegates were never renamed. */
    public ProcessRegistration(String key, String feature, String findingsTask, List<Column> columns) {
        this(key, feature, findingsTask, columns, Map.of());
    }

    /** The name of the bean that answers to this name in a definition. */
    String beanOf(String name) {
        return feature + "." + formerNames.getOrDefault(name, name);
    }

    /** A variable of the process as a column of task lists; the label is a key of words. */
    public record Column(String variable, String label) {}
}
