package org.serviceexchange.backup;

/** The databases that an instance can have. */
public interface Databases {

    /** That of the settings, from within the running instance; also one in memory. */
    Database running();

    /** That of the settings while no instance uses it: an embedded one is only read, or made anew. */
    Database resting();

    /** The embedded one of the home folder, whatever the settings say; only to be read. */
    Database embedded();

    /** Whether this version of the application has this migration, so that it can make these tables. */
    boolean knows(String schema);
}
