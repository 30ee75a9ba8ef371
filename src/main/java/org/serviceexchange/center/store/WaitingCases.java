package org.serviceexchange.center.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.serviceexchange.center.CaseNumbers;
import org.serviceexchange.center.CaseTable;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cases that wait for a person of this instance although their own state does not say so: a task is open that a changed
 * process has, a step has stopped, or a case that would go on by itself cannot, because the keys of this instance do not
 * work. Nothing of this is stored, so it is true as soon as it is asked.
 */
@Component
class WaitingCases {

    private static final String AMONG = " and c.number in (:numbers)";

    private static final String OF_CASE = " join act_ru_execution e on e.id_ = w.proc_inst_id_ join {table} c"
            + " on c.number = e.business_key_ where c.ended = false and c.turn <> 'US'{among}";

    /** A task may be without a name: the engine asks for none, and people can take it away. */
    private static final String OPEN =
            "select c.number, coalesce(nullif(w.name_, ''), w.task_def_key_, w.id_) as task, 'TASK' as why"
                    + " from act_ru_task w" + OF_CASE
                    + " union all select c.number, null, 'STOPPED' from act_ru_incident w" + OF_CASE
                    + " and w.incident_type_ = 'failedJob'";

    private static final String BY_THEMSELVES = " union all select c.number, null, 'SYSTEM' from {table} c"
            + " where c.ended = false and c.turn = 'SYSTEM'{among}";

    private final JdbcClient jdbc;
    private final KmfHealth health;

    WaitingCases(JdbcClient jdbc, KmfHealth health) {
        this.jdbc = jdbc;
        this.health = health;
    }

    /** Whose turn each of them is, by number; as many as are counted. */
    Map<String, LocalizedMessage> of(CaseTable table) {
        return read(table, "", " fetch first " + CaseNumbers.MOST + " rows only", List.of());
    }

    /** Whose turn each of these few cases is, however many others wait. */
    Map<String, LocalizedMessage> of(CaseTable table, List<String> numbers) {
        return numbers.isEmpty() ? Map.of() : read(table, AMONG, "", numbers);
    }

    private Map<String, LocalizedMessage> read(CaseTable table, String among, String limit, List<String> numbers) {
        String sql = (blocked() ? OPEN + BY_THEMSELVES : OPEN)
                .replace("{table}", table.name())
                .replace("{among}", among);
        Map<String, LocalizedMessage> found = new LinkedHashMap<>();
        jdbc.sql(sql + limit).params(Map.of("numbers", numbers)).query(row -> {
            String number = row.getString("number");
            switch (row.getString("why")) {
                case "TASK" -> found.put(number, LocalizedMessage.of("center.turn.task", row.getString("task")));
                case "STOPPED" -> found.putIfAbsent(number, LocalizedMessage.of("center.turn.stopped"));
                default -> found.putIfAbsent(number, LocalizedMessage.of("center.turn.keys"));
            }
        });
        return found;
    }

    private boolean blocked() {
        try {
            health.requireOperational();
            return false;
        } catch (Problem notOperational) {
            return true;
        }
    }
}
