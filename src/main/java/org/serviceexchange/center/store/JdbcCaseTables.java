package org.serviceexchange.center.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.Case;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CasePage;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.center.CaseTables;
import org.serviceexchange.platform.message.LocalizedMessage;
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

    private static final String ANY = "any";
    private static final String IN = "in ";

    private final JdbcClient jdbc;
    private final SilentSince silentSince;
    private final WaitingCases waitingCases;

    JdbcCaseTables(JdbcClient jdbc, SilentSince silentSince, WaitingCases waitingCases) {
        this.waitingCases = waitingCases;
        this.jdbc = jdbc;
        this.silentSince = silentSince;
    }

    @Override
    public CasePage find(CaseTable table, CaseQuery query, Function<List<String>, Map<String, Case>> read) {
        SortOrder sorting = CaseOrders.of(query.order(), table);
        Optional<KeysetCursor> from =
                Optional.ofNullable(query.from()).flatMap(position -> KeysetCursor.of(position.cursor(), sorting));
        boolean back = from.isPresent() && query.from() != null && query.from().back();
        Where conditions = CaseConditions.of(query, table, silentSince, troubled(table, query), waiting(table, query));
        SortOrder direction = back ? sorting.reversed() : sorting;
        from.ifPresent(cursor -> conditions.beyond(cursor, direction));
        List<KeysetCursor> cursors = cursors(table, conditions, direction, query.limit() + 1);
        boolean more = cursors.size() > query.limit();
        List<KeysetCursor> shown = more ? cursors.subList(0, query.limit()) : cursors;
        if (back) {
            Collections.reverse(shown);
        }
        return page(
                shown,
                back ? more : from.isPresent(),
                back || more,
                numbers -> inTurn(read.apply(numbers), waitingCases.of(table, numbers)));
    }

    private static Map<String, Case> inTurn(Map<String, Case> cases, Map<String, LocalizedMessage> waiting) {
        return cases.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> {
            LocalizedMessage who = waiting.get(entry.getKey());
            return who == null ? entry.getValue() : entry.getValue().pendingOnUs(who);
        }));
    }

    @Override
    public Optional<LocalizedMessage> waiting(CaseTable table, String number) {
        return Optional.ofNullable(waitingCases.of(table, List.of(number)).get(number));
    }

    @Override
    public Set<String> waiting(CaseTable table, List<String> numbers) {
        return waitingCases.of(table, numbers).keySet();
    }

    /** As many as are counted; other groups do not depend on it. */
    private Set<String> waiting(CaseTable table, CaseQuery query) {
        boolean asked = query.group() == Group.US || query.group() == Group.THEM;
        return asked ? waitingCases.of(table).keySet() : Set.of();
    }

    /** As many as are counted. */
    private List<String> troubled(CaseTable table, CaseQuery query) {
        if (query.group() != Group.TROUBLED) {
            return List.of();
        }
        Counted numbers = CaseConditions.troubled(table, silentSince);
        return jdbc.sql(numbers.sql() + " fetch first " + CaseNumbers.MOST + " rows only")
                .params(numbers.parameters())
                .query(String.class)
                .list();
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
    public CaseNumbers numbers(CaseTable table, @Nullable String contact, List<String> states) {
        Map<String, Counted> counted = new LinkedHashMap<>();
        Set<String> waiting = waitingCases.of(table).keySet();
        for (Group group : Group.values()) {
            if (group != Group.TROUBLED) {
                Where conditions = CaseConditions.of(contact, group, table, silentSince, waiting);
                counted.put(group.name(), Counted.of(table.name(), conditions));
            }
        }
        if (contact == null) {
            counted.put(Group.TROUBLED.name(), CaseConditions.troubled(table, silentSince));
        }
        for (String state : states) {
            Where conditions = where(table, contact).and("state = '" + state + "'", Map.of());
            counted.put(IN + state, Counted.of(table.name(), conditions));
        }
        counted.put(ANY, Counted.of(table.name(), where(table, contact)));
        Map<String, Integer> found = count(counted);
        Map<Group, Integer> groups = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            groups.put(group, found.getOrDefault(group.name(), 0));
        }
        return new CaseNumbers(
                found.getOrDefault(ANY, 0) > 0,
                groups,
                states.stream().collect(Collectors.toMap(state -> state, state -> found.getOrDefault(IN + state, 0))));
    }

    private Where where(CaseTable table, @Nullable String contact) {
        return CaseConditions.of(contact, null, table, silentSince, List.of());
    }

    private Map<String, Integer> count(Map<String, Counted> counted) {
        List<String> columns = new ArrayList<>();
        Map<String, Object> parameters = new HashMap<>();
        counted.values().forEach(one -> {
            columns.add("(select count(*) from (" + one.sql() + " fetch first " + CaseNumbers.MOST
                    + " rows only) counted)");
            parameters.putAll(one.parameters());
        });
        return jdbc.sql("select " + String.join(", ", columns))
                .params(parameters)
                .query((row, index) -> {
                    Map<String, Integer> found = new HashMap<>();
                    int column = 1;
                    for (String name : counted.keySet()) {
                        found.put(name, row.getInt(column++));
                    }
                    return found;
                })
                .single();
    }
}
