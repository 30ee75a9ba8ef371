package org.serviceexchange.platform.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of a row as bytes, each name and value preceded by its length, sorted by name. A column without a value
 * is left out, so that a column that a later version adds leaves the rows of before as they were proved.
 */
final class RowFields {

    private RowFields() {}

    /** Two rows that differ in the table, in a column's name or in a value never give the same bytes. */
    static byte[] encode(String table, Map<String, Object> columns) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        add(all, table.getBytes(UTF_8));
        new TreeMap<>(columns).forEach((name, value) -> {
            add(all, name.getBytes(UTF_8));
            add(all, bytes(value));
        });
        return all.toByteArray();
    }

    private static void add(ByteArrayOutputStream all, byte[] field) {
        all.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(field.length).array());
        all.writeBytes(field);
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        if (value instanceof Timestamp time) {
            return time.toInstant().toString().getBytes(UTF_8);
        }
        return value instanceof OffsetDateTime time
                ? time.toInstant().toString().getBytes(UTF_8)
                : value.toString().getBytes(UTF_8);
    }
}
