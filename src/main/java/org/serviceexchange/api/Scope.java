package org.serviceexchange.api;

/** What a token allows. */
public enum Scope {
    /** Read access. */
    READ,
    /** Read access, and registrations: create, send new links, correct and cancel. */
    WRITE,
    /** All of this, and acts on connections: test, rotate keys, retry, off-board. */
    OPERATE;

    /** Whether a token with this scope is sufficient for the needed one. */
    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
