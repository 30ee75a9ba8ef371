package org.serviceexchange.workshop.move;

import org.serviceexchange.workshop.ProcessVersion;

/**
 * From which version of a process to which.
 *
 * @param key id of the process
 * @param from number of the version
 * @param to number of the version
 * @param fromId id of its definition
 * @param toId id of its definition
 */
public record MovePlan(String key, int from, int to, String fromId, String toId) {

    static MovePlan between(ProcessVersion from, ProcessVersion to) {
        return new MovePlan(from.key(), from.number(), to.number(), from.id(), to.id());
    }

    MovePlan back() {
        return new MovePlan(key, to, from, toId, fromId);
    }
}
