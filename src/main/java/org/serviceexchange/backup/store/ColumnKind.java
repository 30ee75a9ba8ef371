package org.serviceexchange.backup.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.backup.Rows;

/** How the values of a column are read and written, so that they are the same in both databases. See {@link Rows.Sink#row}. */
enum ColumnKind {
    BYTES,
    TRUTH,
    WHOLE,
    FRACTION,
    DECIMAL,
    LOCAL_TIME,
    INSTANT,
    TEXT;

    /** By what the driver says of the column; PostgreSQL's calls both kinds of time a timestamp. */
    static ColumnKind of(int type, String name) {
        return switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> BYTES;
            case Types.BOOLEAN, Types.BIT -> TRUTH;
            case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT -> WHOLE;
            case Types.REAL, Types.FLOAT, Types.DOUBLE -> FRACTION;
            case Types.DECIMAL, Types.NUMERIC -> DECIMAL;
            case Types.TIMESTAMP_WITH_TIMEZONE -> INSTANT;
            case Types.TIMESTAMP -> "timestamptz".equalsIgnoreCase(name) ? INSTANT : LOCAL_TIME;
            default -> TEXT;
        };
    }

    @Nullable
    Object read(ResultSet row, int column) throws SQLException {
        Object value = switch (this) {
            case BYTES -> base64(row.getBytes(column));
            case TRUTH -> row.getBoolean(column);
            case WHOLE -> row.getLong(column);
            case FRACTION -> row.getDouble(column);
            case DECIMAL -> plain(row.getBigDecimal(column));
            case LOCAL_TIME -> text(row.getObject(column, LocalDateTime.class));
            case INSTANT -> instant(row.getObject(column, OffsetDateTime.class));
            case TEXT -> row.getString(column);
        };
        return row.wasNull() ? null : value;
    }

    void write(PreparedStatement statement, int column, @Nullable Object value, int type) throws SQLException {
        if (value == null) {
            statement.setNull(column, type);
            return;
        }
        switch (this) {
            case BYTES -> statement.setBytes(column, Base64.getDecoder().decode(value.toString()));
            case TRUTH -> statement.setBoolean(column, Boolean.parseBoolean(value.toString()));
            case WHOLE -> statement.setLong(column, Long.parseLong(value.toString()));
            case FRACTION -> statement.setDouble(column, Double.parseDouble(value.toString()));
            case DECIMAL -> statement.setBigDecimal(column, new BigDecimal(value.toString()));
            case LOCAL_TIME -> statement.setObject(column, LocalDateTime.parse(value.toString()));
            case INSTANT ->
                statement.setObject(column, Instant.parse(value.toString()).atOffset(ZoneOffset.UTC));
            case TEXT -> statement.setString(column, value.toString());
        }
    }

    private static @Nullable String base64(byte @Nullable [] bytes) {
        return bytes == null ? null : Base64.getEncoder().encodeToString(bytes);
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }

    private static @Nullable String instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant().toString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
