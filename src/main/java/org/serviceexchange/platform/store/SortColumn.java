package org.serviceexchange.platform.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;

/** A column by which rows are sorted, and its values as text in a cursor. */
public record SortColumn(String name, Kind kind) {

    /** What stands in a column. */
    public enum Kind {
        TEXT,
        FLAG,
        TIME
    }

    String text(ResultSet row) throws SQLException {
        return switch (kind) {
            case TEXT -> Objects.toString(row.getString(name), "");
            case FLAG -> String.valueOf(row.getBoolean(name));
            case TIME -> row.getObject(name, OffsetDateTime.class).toInstant().toString();
        };
    }

    /** Parses the text of a cursor; a {@link java.time.DateTimeException} if the text is invalid. */
    Object value(String text) {
        return switch (kind) {
            case TEXT -> text;
            case FLAG -> Boolean.valueOf(text);
            case TIME -> Instant.parse(text).atOffset(ZoneOffset.UTC);
        };
    }
}
