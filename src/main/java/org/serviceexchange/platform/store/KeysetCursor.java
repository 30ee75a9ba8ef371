package org.serviceexchange.platform.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A place in an order: the values of a row's sorted columns. As text, the number stands first, because the others may be
 * what a person typed.
 */
public record KeysetCursor(List<String> values) {

    private static final String BETWEEN = "~";

    public KeysetCursor {
        values = List.copyOf(values);
    }

    /** Of the row with this number, where the number is the only column. */
    public static KeysetCursor at(String number) {
        return new KeysetCursor(List.of(number));
    }

    /** Of a row that was read. */
    public static KeysetCursor of(ResultSet row, SortOrder order) throws SQLException {
        List<String> values = new ArrayList<>();
        for (SortColumn column : order.columns()) {
            values.add(column.text(row));
        }
        return new KeysetCursor(values);
    }

    /** As {@link #text} wrote it; nothing if the text is not a cursor of this order. */
    public static Optional<KeysetCursor> of(String text, SortOrder order) {
        int count = order.columns().size();
        List<String> values = new ArrayList<>(List.of(text.split(BETWEEN, count)));
        Collections.rotate(values, -1);
        boolean right = values.size() == count && !text.contains("\0");
        return right && readable(values, order) ? Optional.of(new KeysetCursor(values)) : Optional.empty();
    }

    private static boolean readable(List<String> values, SortOrder order) {
        try {
            for (int i = 0; i < values.size(); i++) {
                order.columns().get(i).value(values.get(i));
            }
            return true;
        } catch (DateTimeException madeUp) {
            return false;
        }
    }

    /** The number of the row. */
    public String number() {
        return values.get(values.size() - 1);
    }

    public String text() {
        List<String> rotated = new ArrayList<>(values);
        Collections.rotate(rotated, 1);
        return String.join(BETWEEN, rotated);
    }
}
