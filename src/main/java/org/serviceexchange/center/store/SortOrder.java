package org.serviceexchange.center.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.serviceexchange.center.CaseQuery.Order;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.center.store.Column.Kind;

/** The columns of a sort order, all in the same direction; the last one is the number, so there are no ties. */
record SortOrder(List<Column> columns, boolean descending) {

    static final String NUMBER = "number";

    static SortOrder of(Order order, CaseTable table) {
        return switch (order) {
            case NEWEST -> by(true, new Column(table.began(), Kind.TIME));
            case WAITING -> by(false, new Column("ended", Kind.FLAG), new Column("turn_since", Kind.TIME));
            case NAME -> by(false, new Column("name_key", Kind.TEXT));
            case EXPIRY -> by(false, new Column("due_at", Kind.TIME));
        };
    }

    private static SortOrder by(boolean descending, Column... first) {
        List<Column> columns = new ArrayList<>(List.of(first));
        columns.add(new Column(NUMBER, Kind.TEXT));
        return new SortOrder(List.copyOf(columns), descending);
    }

    SortOrder reversed() {
        return new SortOrder(columns, !descending);
    }

    String selected() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return columns.stream().map(column -> column.name() + direction).collect(Collectors.joining(", "));
    }

    /** The SQL condition for rows after a cursor; adds its parameters. */
    String beyond(KeysetCursor cursor, Map<String, Object> parameters) {
        IntStream.range(0, columns.size())
                .forEach(i -> parameters.put(
                        "cursor" + i, columns.get(i).value(cursor.values().get(i))));
        String cursors =
                IntStream.range(0, columns.size()).mapToObj(i -> ":cursor" + i).collect(Collectors.joining(", "));
        String than = descending ? "<" : ">";
        // The first part lets H2 start in the index where the page begins; PostgreSQL needs only the second
        return columns.get(0).name() + " " + than + "= :cursor0 and (" + selected() + ") " + than + " (" + cursors
                + ")";
    }
}
