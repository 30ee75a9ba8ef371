package org.serviceexchange.checker.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a process.
 *
 * @param scope id of the sub-process or process in which it stands
 * @param before whether a case waits in front of it until a job takes it on
 * @param code name of the code that it runs; empty if none
 * @param message name of the message that it waits for; empty if none
 * @param error code of the error that it catches or throws; null if it is no error event
 * @param host id of the element at whose border it stands; empty if it stands at none
 * @param interrupting whether it ends what its host or scope does
 * @param terminating whether it ends all that its scope does
 * @param byEvent whether it is a sub-process that an event begins
 * @param preferred id of the flow that is taken if no condition holds; empty if none
 * @param listeners code that runs when a person completes it
 * @param people groups of people who may do it, as they are drawn; empty if it names none
 * @param approval whether it is an approval, which closes its case if nobody answers in time
 */
public record DrawnElement(
        String id,
        String label,
        DrawnKind kind,
        String scope,
        boolean before,
        String code,
        String message,
        @Nullable String error,
        @Nullable DrawnTimer timer,
        String host,
        boolean interrupting,
        boolean terminating,
        boolean byEvent,
        String preferred,
        List<String> listeners,
        String people,
        boolean approval) {}
