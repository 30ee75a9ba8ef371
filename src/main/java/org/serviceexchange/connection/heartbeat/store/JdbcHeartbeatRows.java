package org.serviceexchange.connection.heartbeat.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.FollowedConnection;
import org.serviceexchange.connection.heartbeat.HeartbeatRow;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Heard;
import org.serviceexchange.connection.heartbeat.HeartbeatRow.Sent;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows in the table heartbeat. */
@Repository
class JdbcHeartbeatRows implements HeartbeatRows {

    /** After a connection became active: by then the other side knows it too. */
    private static final Duration FIRST = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    JdbcHeartbeatRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    @Override
    @Transactional
    public List<HeartbeatRow> take(Instant now, Instant until, int limit, String newId) {
        List<HeartbeatRow> due = jdbc.sql("select * from heartbeat where stopped = false and next_at <= :now"
                        + " order by next_at fetch first " + limit + " rows only for update skip locked")
                .param("now", Row.utc(now))
                .query(HeartbeatMapping::row)
                .list();
        return due.isEmpty() ? due : countedUp(due, until, newId);
    }

    @Override
    @Transactional
    public Optional<HeartbeatRow> takeNow(String module, Instant until, String newId) {
        return one("select * from heartbeat where stopped = false and module = ? for update", module)
                .map(row -> countedUp(List.of(row), until, newId).get(0));
    }

    private List<HeartbeatRow> countedUp(List<HeartbeatRow> due, Instant until, String newId) {
        jdbc.sql("update heartbeat set counter = counter + 1, next_at = :until,"
                        + " incarnation_id = coalesce(incarnation_id, :id) where module in (:modules)")
                .param("until", Row.utc(until))
                .param("id", newId)
                .param(
                        "modules",
                        due.stream().map(row -> row.connection().module()).toList())
                .update();
        return due.stream().map(row -> taken(row, newId)).toList();
    }

    private static HeartbeatRow taken(HeartbeatRow row, String newId) {
        Incarnation before = row.line().incarnation();
        OwnLine line = before.id().isEmpty()
                ? new OwnLine(
                        new Incarnation(before.number(), newId), row.line().counter())
                : row.line();
        return new HeartbeatRow(row.connection(), line.next(), row.stopped(), row.sent(), row.heard());
    }

    @Override
    public Optional<HeartbeatRow> find(String module) {
        return one("select * from heartbeat where module = ?", module);
    }

    @Override
    public List<HeartbeatRow> find(Collection<String> modules) {
        return modules.isEmpty()
                ? List.of()
                : jdbc.sql("select * from heartbeat where module in (:modules)")
                        .param("modules", modules)
                        .query(HeartbeatMapping::row)
                        .list();
    }

    /** Two statements in one, because a condition on either column would read the whole table. */
    @Override
    public Optional<HeartbeatRow> ofSubject(String subject) {
        return jdbc.sql("select * from heartbeat where side = 'CONSUMER' and module = :subject union all"
                        + " select * from heartbeat where side = 'PROVIDER' and registration = :subject")
                .param("subject", subject)
                .query(HeartbeatMapping::row)
                .optional();
    }

    @Override
    public Optional<HeartbeatRow> lock(String module) {
        return one("select * from heartbeat where module = ? for update", module);
    }

    @Override
    public Optional<HeartbeatRow> lockByKey(String keyId) {
        return one("select * from heartbeat where key_id = ? for update", keyId);
    }

    private Optional<HeartbeatRow> one(String sql, String parameter) {
        return jdbc.sql(sql).param(parameter).query(HeartbeatMapping::row).optional();
    }

    @Override
    public void follow(FollowedConnection connection, Instant now) {
        int known = jdbc.sql("update heartbeat set key_id = ?, address = ? where module = ?")
                .params(connection.keyId(), connection.address(), connection.module())
                .update();
        if (known == 0) {
            jdbc.sql("insert into heartbeat (module, side, registration, key_id, address, next_at)"
                            + " values (?, ?, ?, ?, ?, ?)")
                    .params(
                            connection.module(),
                            connection.side().name(),
                            connection.registration(),
                            connection.keyId(),
                            connection.address(),
                            Row.utc(now.plus(FIRST)))
                    .update();
        }
    }

    @Override
    public void remove(String module) {
        jdbc.sql("delete from heartbeat where module = ?").param(module).update();
    }

    @Override
    @Transactional
    public void sent(Map<String, Sent> byModule) {
        // In one order on every node, so that two batches never wait for each other
        List<Object[]> values = byModule.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> SentColumns.values(entry.getKey(), entry.getValue()))
                .toList();
        batches.batchUpdate(SentColumns.UPDATE, values);
    }

    @Override
    public void heard(String module, Heard heard, Instant now, boolean there) {
        jdbc.sql(HeardColumns.UPDATE)
                .params(HeardColumns.values(module, heard, now, there))
                .update();
    }

    @Override
    public boolean renew(String module, Incarnation from, OwnLine to) {
        return jdbc.sql("update heartbeat set incarnation = ?, incarnation_id = ?, counter = ?"
                                + " where module = ? and incarnation = ? and incarnation_id = ?")
                        .params(
                                to.incarnation().number(),
                                to.incarnation().id(),
                                to.counter(),
                                module,
                                from.number(),
                                from.id())
                        .update()
                == 1;
    }

    @Override
    public void stop(String module, boolean stopped) {
        jdbc.sql("update heartbeat set stopped = ? where module = ?")
                .params(stopped, module)
                .update();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from heartbeat").query(Long.class).single();
    }
}
