package org.serviceexchange.center.store;

import java.time.Clock;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CasePage;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.platform.store.KeysetCursor;
import org.serviceexchange.platform.store.KeysetPages;
import org.serviceexchange.platform.store.SortOrder;
import org.serviceexchange.platform.store.Where;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Pages begin at a cursor, not at an offset (keyset pagination). The query reads only the columns that it sorts and
 * filters by, mostly from indexes; the few rows of the page are read afterwards.
 */
@Repository
class JdbcCaseTables implements CaseTables {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCaseTables(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public CasePage find(CaseTable table, CaseQuery query, Function<List<String>, Map<String, Case>> read) {
        SortOrder sorting = CaseOrders.of(query.order(), table);
        Optional<KeysetCursor> from =
                Optional.ofNullable(query.from()).flatMap(position -> KeysetCursor.of(position.cursor(), sorting));
        boolean back = from.isPresent() && query.from() != null && query.from().back();
        Where conditions = CaseConditions.of(query, table, clock);
        SortOrder direction = back ? sorting.reversed() : sorting;
        from.ifPresent(cursor -> conditions.beyond(cursor, direction));
        List<KeysetCursor> cursors = cursors(table, conditions, direction, query.limit() + 1);
        boolean more = cursors.size() > query.limit();
        List<KeysetCursor> shown = more ? cursors.subList(0, query.limit()) : cursors;
        if (back) {
            Collections.reverse(shown);
        }
        return page(shown, back ? more : from.isPresent(), back || more, read);
    }

    private List<KeysetCursor> cursors(CaseTable table, Where conditions, SortOrder sorting, int limit) {
        return new KeysetPages(jdbc, table.name())
                .read(sorting.selected(), conditions, sorting, limit, (row, index) -> KeysetCursor.of(row, sorting));
    }

    private static CasePage page(
            List<KeysetCursor> cursors, boolean before, boolean after, Function<List<String>, Map<String, Case>> read) {
        if (cursors.isEmpty()) {
            return new CasePage(List.of(), null, null);
        }
        Map<String, Case> cases =
                read.apply(cursors.stream().map(KeysetCursor::number).toList());
        return new CasePage(
                cursors.stream()
                        .map(cursor -> cases.get(cursor.number()))
                        .filter(Objects::nonNull)
                        .toList(),
                before ? cursors.get(0).text() : null,
                after ? cursors.get(cursors.size() - 1).text() : null);
    }

    @Override
    public boolean any(CaseTable table) {
        return count(table, null, null, 1) > 0;
    }

    @Override
    public CaseNumbers numbers(CaseTable table, @Nullable String contact) {
        Map<Group, Integer> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            groups.put(group, count(table, contact, group, CaseNumbers.MOST));
        }
        return new CaseNumbers(count(table, contact, null, 1) > 0, groups);
    }

    private int count(CaseTable table, @Nullable String contact, @Nullable Group group, int most) {
        Where conditions = CaseConditions.of(contact, group, table, clock);
        return jdbc.sql("select count(*) from (select 1 as one from " + table.name() + conditions.sql()
                        + " fetch first " + most + " rows only) counted")
                .params(conditions.parameters())
                .query(Integer.class)
                .single();
    }
}
