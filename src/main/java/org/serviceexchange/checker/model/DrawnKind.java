package org.serviceexchange.checker.model;

/** What an element does with a case that reaches it. */
public enum DrawnKind {
    START,
    /** The case passes: a throwing event without a message, a task for which no code is named. */
    PASS,
    END,
    EXCLUSIVE,
    PARALLEL,
    /** Runs code. */
    SERVICE,
    /** Waits for a person. */
    PERSON,
    /** Waits for a message. */
    MESSAGE,
    /** Waits for a time. */
    TIMER,
    SUBPROCESS,
    BOUNDARY
}
