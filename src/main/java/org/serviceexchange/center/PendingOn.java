package org.serviceexchange.center;

/** Whom a case is pending on. */
public enum PendingOn {
    /** People of this instance. */
    US,
    /** The other instance, or its people. */
    THEM,
    /** Nobody: the process continues by itself. */
    SYSTEM,
    /** Nobody: the case is closed. */
    NOBODY
}
