package org.serviceexchange.platform.session;

import java.util.Optional;

/**
 * Keeps what a session holds from everybody who has the database alone.
 *
 * <p>Security guarantees: Whoever reads the rows of a session can neither take part in it nor read what it holds. A value
 * that another program wrote, or moved from another session or name, is not opened.
 */
public interface SessionSeal {

    /** A new id for a browser, 43 characters that cannot be guessed. */
    String newId();

    /** The key of the session's row: a keyed hash of its id. */
    String row(String id);

    /** The value sealed under a key that is computed from the id, so that only a request that brings the id opens it. */
    byte[] seal(String id, String name, byte[] value);

    /** What {@link #seal} was given; empty if this is not what it returned for this id and name. */
    Optional<byte[]> open(String id, String name, byte[] sealed);
}
