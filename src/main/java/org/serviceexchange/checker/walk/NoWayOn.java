package org.serviceexchange.checker.walk;

/** A step that cannot be done now; it changes nothing. */
public final class NoWayOn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The reason is for developers. */
    public NoWayOn(String why) {
        super(why, null, false, false);
    }
}
