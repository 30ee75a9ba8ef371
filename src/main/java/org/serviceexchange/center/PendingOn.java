package org.serviceexchange.center;

/** Whose turn it is in a case. */
public enum PendingOn {
    /** People of this instance. */
    US,
    /** The other instance, or its people. */
    THEM,
    /** Nobody has to do anything: it moves on by itself. */
    SYSTEM,
    /** It has ended. */
    NOBODY
}
