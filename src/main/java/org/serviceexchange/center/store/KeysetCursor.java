package org.serviceexchange.center.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.center.CaseQuery.Position;

/**
 * A keyset cursor: the values of a row's sort columns. In its text the number comes first, because the other values may
 * contain what a person typed.
 */
record KeysetCursor(List<String> values) {

    private static final String BETWEEN = "~";

    static KeysetCursor of(ResultSet row, SortOrder sorting) throws SQLException {
        List<String> values = new ArrayList<>();
        for (Column column : sorting.columns()) {
            values.add(column.text(row));
        }
        return new KeysetCursor(values);
    }

    /** The cursor of a position; empty if the text is not a cursor of this sort order. */
    static Optional<KeysetCursor> of(Position position, SortOrder sorting) {
        int count = sorting.columns().size();
        List<String> values = new ArrayList<>(List.of(position.cursor().split(BETWEEN, count)));
        Collections.rotate(values, -1);
        boolean right = values.size() == count && !position.cursor().contains("\0");
        return right && readable(values, sorting) ? Optional.of(new KeysetCursor(values)) : Optional.empty();
    }

    private static boolean readable(List<String> values, SortOrder sorting) {
        try {
            for (int i = 0; i < values.size(); i++) {
                sorting.columns().get(i).value(values.get(i));
            }
            return true;
        } catch (DateTimeException madeUp) {
            return false;
        }
    }

    String number() {
        return values.get(values.size() - 1);
    }

    String text() {
        List<String> rotated = new ArrayList<>(values);
        Collections.rotate(rotated, 1);
        return String.join(BETWEEN, rotated);
    }
}
