package org.serviceexchange.connection.announcement;

import org.jspecify.annotations.Nullable;

/** The tables of announcements: each feature has one of its own, with the same columns, which it may call by other names. */
@FunctionalInterface
public interface AnnouncementTables {

    /** Those of one feature; whoever calls what changes rows has a transaction open. */
    Announcements of(Names names);

    /**
     * What a feature calls its table and columns; part of the program, never input.
     *
     * @param before column of what peers know until then; null if the table has none
     */
    record Names(String table, String record, @Nullable String before, String announced) {}
}
