package org.serviceexchange.connection.repair;

/** What a person can do with a step at which a case stands. */
public enum RepairAct {
    /** The step is tried again now. */
    RETRY,
    /** The case goes on without it. */
    SKIP,
    /** The case goes back to a step before. */
    BACK,
    /** The case is closed, on both sides. */
    UNDO
}
