package org.serviceexchange.center.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseTable;

/** A SQL where clause with its parameters; what people typed is passed as parameters only. */
final class Where {

    private static final String LIKE = " like :text escape '!'";
    private static final String PEOPLE =
            "select id_ from act_id_user where lower(coalesce(first_, '') || ' ' || coalesce(last_, ''))" + LIKE;

    private final List<String> all = new ArrayList<>();
    private final Map<String, Object> parameters = new HashMap<>();
    private final CaseTable table;
    private final Clock clock;

    Where(CaseTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    static Where of(CaseQuery query, CaseTable table, Clock clock) {
        Where conditions = new Where(table, clock);
        conditions.contact(query.contact());
        conditions.group(query.group());
        if (query.state() != null) {
            conditions.add("state = :state", Map.of("state", query.state()));
        }
        conditions.text(query.text().strip());
        return conditions;
    }

    void contact(@Nullable String contact) {
        if (contact != null) {
            String column = table.contact();
            add(column == null ? "1 = 0" : column + " = :contact", Map.of("contact", contact));
        }
    }

    void group(@Nullable Group group) {
        if (group != null) {
            var soon = clock.instant().plus(CaseQuery.SOON).atOffset(ZoneOffset.UTC);
            add(
                    switch (group) {
                        case US, THEM -> "turn = '" + group + "'";
                        case FAILED -> "failed = true";
                        case EXPIRING -> "due_at < :soon";
                    },
                    group == Group.EXPIRING ? Map.of("soon", soon) : Map.of());
        }
    }

    private void text(String text) {
        if (!text.isEmpty()) {
            String literal = text.toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0");
            String found = Stream.concat(Stream.of("lower(number)", "name_key"), table.searched().stream())
                    .map(expression -> expression + LIKE)
                    .collect(Collectors.joining(" or "));
            add("(" + found + " or " + table.people() + " in (" + PEOPLE + "))", Map.of("text", "%" + literal + "%"));
        }
    }

    void beyond(KeysetCursor cursor, SortOrder sorting) {
        all.add(sorting.beyond(cursor, parameters));
    }

    private void add(String condition, Map<String, ?> more) {
        all.add(condition);
        parameters.putAll(more);
    }

    /** Such as " where a and b"; empty without conditions. */
    String where() {
        return all.isEmpty() ? "" : " where " + String.join(" and ", all);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
