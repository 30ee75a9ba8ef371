package org.serviceexchange.backup;

import java.util.List;

/** A whole database. */
public interface Database {

    /** All tables at one moment, while others go on to write. */
    Snapshot snapshot();

    /**
     * Fills the empty database: makes the tables of this schema, copies all rows, and reads them back. All or nothing; a
     * {@code TARGET_NOT_EMPTY} problem if it holds anything already, be it tables of a later schema, and a {@code BACKUP_NOT_USABLE} problem if it then
     * holds other rows than it was given.
     */
    void fill(String schema, Rows rows, Progress progress);

    /** A {@code TARGET_NOT_EMPTY} problem if it holds anything already. */
    void requireEmpty();

    /** One moment of a database; other writers are not held up. */
    interface Snapshot extends Rows, AutoCloseable {

        /** The newest migration. */
        String schema();

        /** The id of the instance; empty if it never started. */
        String instance();

        /** See {@link Manifest#rootKeys}. */
        List<String> rootKeys();

        @Override
        void close();
    }
}
