package org.serviceexchange.platform.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.serviceexchange.platform.store.SortColumn.Kind;

/** The columns of an order, a unique one last so that there are no ties, all in the same direction. */
public record SortOrder(List<SortColumn> columns, boolean descending) {

    public SortOrder {
        columns = List.copyOf(columns);
    }

    /** By a number such as REG0001001, the newest first. */
    public static SortOrder newestFirst(String number) {
        return by(true, number);
    }

    /** By these columns, and by the number among equal rows. */
    public static SortOrder by(boolean descending, String number, SortColumn... first) {
        return new SortOrder(
                Stream.concat(Stream.of(first), Stream.of(new SortColumn(number, Kind.TEXT)))
                        .toList(),
                descending);
    }

    public SortOrder reversed() {
        return new SortOrder(columns, !descending);
    }

    public String selected() {
        return columns.stream().map(SortColumn::name).collect(Collectors.joining(", "));
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return columns.stream().map(column -> column.name() + direction).collect(Collectors.joining(", "));
    }

    /** The condition for rows beyond a cursor. */
    String beyond() {
        String than = descending ? " < " : " > ";
        if (columns.size() == 1) {
            return selected() + than + ":mark0";
        }
        String marks =
                IntStream.range(0, columns.size()).mapToObj(i -> ":mark" + i).collect(Collectors.joining(", "));
        // The first part lets H2 begin in the index where the page begins; PostgreSQL needs the second only
        return columns.get(0).name() + than.stripTrailing() + "= :mark0 and (" + selected() + ")" + than + "(" + marks
                + ")";
    }

    /** The parameters of that condition. */
    Map<String, Object> parameters(KeysetCursor cursor) {
        return IntStream.range(0, columns.size())
                .boxed()
                .collect(Collectors.toMap(
                        i -> "mark" + i,
                        i -> columns.get(i).value(cursor.values().get(i))));
    }
}
