package org.serviceexchange.center.store;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.center.CaseQuery;
import org.serviceexchange.center.CaseQuery.Group;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.platform.store.Where;

/** The conditions for the cases that somebody asks for. */
final class CaseConditions {

    private static final String LIKE = " like :text escape '!'";
    private static final String PEOPLE =
            "select id_ from act_id_user where lower(coalesce(first_, '') || ' ' || coalesce(last_, ''))" + LIKE;

    /** The engine keeps an incident for each step that it no longer tries by itself. */
    private static final String STOPPED = "select e.business_key_ from act_ru_incident i"
            + " join act_ru_execution e on e.id_ = i.proc_inst_id_ where i.incident_type_ = 'failedJob'";

    private final Where where = new Where();
    private final CaseTable table;
    private final Clock clock;

    private CaseConditions(CaseTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    static Where of(CaseQuery query, CaseTable table, Clock clock) {
        CaseConditions conditions = new CaseConditions(table, clock);
        conditions.contact(query.contact());
        conditions.group(query.group());
        if (query.state() != null) {
            conditions.where.and("state = :state", Map.of("state", query.state()));
        }
        conditions.text(query.text().strip());
        return conditions.where;
    }

    /** Cases of one contact and one group, or of everybody and of any. */
    static Where of(@Nullable String contact, @Nullable Group group, CaseTable table, Clock clock) {
        CaseConditions conditions = new CaseConditions(table, clock);
        conditions.contact(contact);
        conditions.group(group);
        return conditions.where;
    }

    private void contact(@Nullable String contact) {
        if (contact != null) {
            String column = table.contact();
            where.and(column == null ? "1 = 0" : column + " = :contact", Map.of("contact", contact));
        }
    }

    private void group(@Nullable Group group) {
        if (group != null) {
            var soon = clock.instant().plus(CaseQuery.SOON).atOffset(ZoneOffset.UTC);
            where.and(
                    switch (group) {
                        case US, THEM -> "turn = '" + group + "'";
                        case FAILED -> "failed = true";
                        case STOPPED -> "number in (" + STOPPED + ")";
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
            where.and(
                    "(" + found + " or " + table.people() + " in (" + PEOPLE + "))",
                    Map.of("text", "%" + literal + "%"));
        }
    }
}
