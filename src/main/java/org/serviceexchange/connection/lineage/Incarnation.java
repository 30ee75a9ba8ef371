package org.serviceexchange.connection.lineage;

/**
 * One continuous life of the database of one side of a connection. A side begins a new one when it learns that its database
 * was set back.
 *
 * @param number grows with each new incarnation
 * @param id 16 random bytes, base64url, 22 characters: two databases that begin an incarnation with the same number differ in it
 */
public record Incarnation(long number, String id) {

    /** The one after this and another one. */
    public Incarnation after(Incarnation other, String id) {
        return new Incarnation(Math.max(number, other.number) + 1, id);
    }
}
