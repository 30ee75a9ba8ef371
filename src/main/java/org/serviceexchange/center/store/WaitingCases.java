package org.serviceexchange.center.store;

import java.util.LinkedHashMap;
import java.util.Map;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that wait for a person of this instance although their own state does not say so: a task is open that a changed
 * process has, or a step has stopped. The engine knows it; nothing is stored, so it is true as soon as it is asked.
 */
@Component
class WaitingCases {

    private static final String CASE = " join act_ru_execution e on e.id_ = w.proc_inst_id_ join {table} c"
            + " on c.number = e.business_key_ where c.ended = false and c.turn <> 'US'";
    private static final String WAITING = "select c.number, w.name_ as task from act_ru_task w" + CASE
            + " union all select c.number, null from act_ru_incident w" + CASE + " and w.incident_type_ = 'failedJob'";

    private final JdbcClient jdbc;

    WaitingCases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whose turn each of them is, by number; as many as are counted. */
    Map<String, LocalizedMessage> of(CaseTable table) {
        Map<String, LocalizedMessage> found = new LinkedHashMap<>();
        jdbc.sql(WAITING.replace("{table}", table.name()) + " fetch first " + CaseNumbers.MOST + " rows only")
                .query(row -> {
                    String task = row.getString("task");
                    LocalizedMessage who = task == null
                            ? LocalizedMessage.of("center.turn.stopped")
                            : LocalizedMessage.of("center.turn.task", task);
                    found.putIfAbsent(row.getString("number"), who);
                });
        return found;
    }
}
