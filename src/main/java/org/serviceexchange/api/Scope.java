package org.serviceexchange.api;

/** What a token allows. */
public enum Scope {
    /** Read access. */
    READ,
    /** Read and write access. */
    WRITE;

    /** Whether a token with this scope is sufficient for the needed one. */
    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
