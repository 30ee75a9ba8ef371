package org.serviceexchange.api;

/** What a token allows. */
public enum Scope {
    /** To look. */
    READ,
    /** To look and to change. */
    WRITE;

    /** Whether a token with this scope may do what needs the other. */
    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
