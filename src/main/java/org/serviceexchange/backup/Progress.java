package org.serviceexchange.backup;

/** Told how a copy comes along, so that a person sees that it does. */
@FunctionalInterface
public interface Progress {

    /** So many rows of this table are copied. */
    void copied(String table, long rows);
}
