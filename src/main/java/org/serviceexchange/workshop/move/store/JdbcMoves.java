package org.serviceexchange.workshop.move.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.workshop.move.CaseMove;
import org.serviceexchange.workshop.move.MovePlan;
import org.serviceexchange.workshop.move.MovedCase;
import org.serviceexchange.workshop.move.Moves;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Moves in the table {@code process_move}, their cases in {@code process_move_case}. */
@Repository
class JdbcMoves implements Moves {

    private final JdbcClient jdbc;
    private final Numbers numbers;

    JdbcMoves(JdbcClient jdbc, Numbers numbers) {
        this.jdbc = jdbc;
        this.numbers = numbers;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String nextNumber() {
        return numbers.next("PMM");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(CaseMove move, List<MovedCase> cases) {
        new Row()
                .set("number", move.number())
                .set("process_key", move.plan().key())
                .set("from_version", move.plan().from())
                .set("to_version", move.plan().to())
                .set("from_id", move.plan().fromId())
                .set("to_id", move.plan().toId())
                .set("author", move.author())
                .set("started_at", move.startedAt())
                .set("state", move.state())
                .set("undo_of", move.undoOf())
                .insert(jdbc, "process_move");
        cases.forEach(one -> new Row()
                .set("move", move.number())
                .set("instance", one.instance())
                .set("case_number", one.number())
                .set("result", one.result())
                .insert(jdbc, "process_move_case"));
    }

    @Override
    public Optional<CaseMove> find(String number) {
        return jdbc.sql("select * from process_move where number = ?")
                .param(number)
                .query(JdbcMoves::move)
                .optional();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<CaseMove> lock(String number) {
        return jdbc.sql("select * from process_move where number = ? for update")
                .param(number)
                .query(JdbcMoves::move)
                .optional();
    }

    @Override
    public List<CaseMove> of(String key, int limit) {
        return jdbc.sql("select * from process_move where process_key = ? order by number desc fetch first " + limit
                        + " rows only")
                .param(key)
                .query(JdbcMoves::move)
                .list();
    }

    @Override
    public List<CaseMove> running() {
        return jdbc.sql("select * from process_move where state = ? order by number")
                .param(CaseMove.State.RUNNING.name())
                .query(JdbcMoves::move)
                .list();
    }

    @Override
    public void save(CaseMove move) {
        new Row().set("number", move.number()).set("state", move.state()).update(jdbc, "process_move", "number");
    }

    @Override
    public List<MovedCase> cases(String move, MovedCase.Result result, int limit) {
        return jdbc.sql("select * from process_move_case where move = ? and result = ? order by instance fetch first "
                        + limit + " rows only")
                .params(move, result.name())
                .query(JdbcMoves::movedCase)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockWaiting(String move, String instance) {
        return jdbc.sql("select result from process_move_case where move = ? and instance = ? for update")
                .params(move, instance)
                .query(String.class)
                .optional()
                .filter(result -> result.equals(MovedCase.Result.WAITING.name()))
                .isPresent();
    }

    @Override
    public void save(String move, MovedCase one) {
        LocalizedMessage finding = one.finding();
        jdbc.sql("update process_move_case set result = :result, finding = :finding"
                        + " where move = :move and instance = :instance")
                .param("result", one.result().name())
                .param("finding", finding == null ? null : LocalizedMessageText.write(finding))
                .param("move", move)
                .param("instance", one.instance())
                .update();
    }

    @Override
    public Map<MovedCase.Result, Long> counts(String move) {
        Map<MovedCase.Result, Long> counts = new EnumMap<>(MovedCase.Result.class);
        jdbc.sql("select result, count(*) as cases from process_move_case where move = ? group by result")
                .param(move)
                .query((row, index) ->
                        counts.put(MovedCase.Result.valueOf(row.getString("result")), row.getLong("cases")))
                .list();
        return counts;
    }

    private static CaseMove move(ResultSet row, int index) throws SQLException {
        return new CaseMove(
                row.getString("number"),
                new MovePlan(
                        row.getString("process_key"),
                        row.getInt("from_version"),
                        row.getInt("to_version"),
                        row.getString("from_id"),
                        row.getString("to_id")),
                row.getString("author"),
                Row.time(row, "started_at"),
                CaseMove.State.valueOf(row.getString("state")),
                row.getString("undo_of"));
    }

    private static MovedCase movedCase(ResultSet row, int index) throws SQLException {
        String finding = row.getString("finding");
        return new MovedCase(
                row.getString("instance"),
                row.getString("case_number"),
                MovedCase.Result.valueOf(row.getString("result")),
                finding == null ? null : LocalizedMessageText.read(finding));
    }
}
