package org.serviceexchange.center.store;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
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

    /** Connections that rest, or did a short while ago. */
    private static final String RESTING =
            "select connection from connection_suspension where kind <> 'NONE' and begins_at <= :now and ends_at >= :silent";

    private final Where where = new Where();
    private final CaseTable table;
    private final SilentSince silentSince;
    private final Collection<String> waiting;

    private CaseConditions(CaseTable table, SilentSince silentSince, Collection<String> waiting) {
        this.table = table;
        this.silentSince = silentSince;
        this.waiting = waiting;
    }

    /**
     * The conditions of a query.
     *
     * @param troubled the numbers of cases in trouble; empty unless the query asks for them
     * @param waiting the numbers of cases that wait for a person of this instance although their rows do not say so
     */
    static Where of(
            CaseQuery query,
            CaseTable table,
            SilentSince silentSince,
            List<String> troubled,
            Collection<String> waiting) {
        CaseConditions conditions = new CaseConditions(table, silentSince, waiting);
        conditions.contact(query.contact());
        if (query.group() == Group.TROUBLED) {
            conditions.where.and(troubled.isEmpty() ? "1 = 0" : "number in (:troubled)", Map.of("troubled", troubled));
        } else {
            conditions.group(query.group());
        }
        if (query.company() != null) {
            conditions.where.and("company_id = :company", Map.of("company", query.company()));
        }
        if (query.state() != null) {
            conditions.where.and("state = :state", Map.of("state", query.state()));
        }
        conditions.text(query.text().strip());
        return conditions.where;
    }

    /** Cases of one contact and one group, or of everybody and of any. */
    static Where of(
            @Nullable String contact,
            @Nullable Group group,
            CaseTable table,
            SilentSince silentSince,
            Collection<String> waiting) {
        CaseConditions conditions = new CaseConditions(table, silentSince, waiting);
        conditions.contact(contact);
        conditions.group(group);
        return conditions.where;
    }

    /**
     * Selects the numbers of all cases in trouble. Only living connections have heartbeats, so the table of cases is not read: in
     * a condition on it, H2 would run this for each of its rows.
     */
    static Counted troubled(CaseTable table, SilentSince silentSince) {
        CaseConditions conditions = new CaseConditions(table, silentSince, List.of());
        OffsetDateTime silent = silentSince.time();
        return new Counted(
                conditions.troubled(),
                Map.of("silent", silent, "now", silentSince.now().atOffset(ZoneOffset.UTC)));
    }

    private void contact(@Nullable String contact) {
        if (contact != null) {
            String column = table.contact();
            where.and(column == null ? "1 = 0" : column + " = :contact", Map.of("contact", contact));
        }
    }

    private void group(@Nullable Group group) {
        if ((group == Group.US || group == Group.THEM) && !waiting.isEmpty()) {
            String ours = "number in (:waiting)";
            where.and(
                    group == Group.US ? "(turn = 'US' or " + ours + ")" : "turn = 'THEM' and not " + ours,
                    Map.of("waiting", waiting));
        } else if (group != null) {
            where.and(
                    switch (group) {
                        case LIVE -> "state = '" + table.live() + "'";
                        case TROUBLED -> throw new IllegalArgumentException("is no condition on the table of cases");
                        case UNDER_WAY -> "ended = false";
                        case US, THEM -> "turn = '" + group + "'";
                        case FAILED -> "failed = true";
                        case STOPPED -> "number in (" + STOPPED + ")";
                        case EXPIRING -> "due_at < :soon";
                    },
                    group == Group.EXPIRING
                            ? Map.of(
                                    "soon",
                                    silentSince.now().plus(CaseQuery.SOON).atOffset(ZoneOffset.UTC))
                            : Map.of());
        }
    }

    /** One statement for each index; what a state of heartbeats is computed from is in {@code LineState}. */
    private String troubled() {
        String awake = " and module not in (" + RESTING + ")";
        return Stream.of(
                        "proved_at < :silent" + awake,
                        "proved_at is null and failures > 0" + awake,
                        "stopped = true",
                        "quarantined = true")
                .map(reason -> table.beats() + " and " + reason)
                .collect(Collectors.joining(" union "));
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
