package org.serviceexchange.platform.engine;

import java.util.List;

/**
 * Which feature a process belongs to; each feature declares its own as a bean.
 *
 * @param key id of the process, such as {@code consumer-registration}
 * @param feature module whose delegates the process calls, such as {@code provider}
 * @param findingsTask id of the user task in which a person resolves what the checks found
 * @param columns what tells its tasks apart in a list
 */
public record ProcessRegistration(String key, String feature, String findingsTask, List<Column> columns) {

    public ProcessRegistration {
        columns = List.copyOf(columns);
    }

    /** A variable of the process as a column of task lists; the label is a key of words. */
    public record Column(String variable, String label) {}
}
