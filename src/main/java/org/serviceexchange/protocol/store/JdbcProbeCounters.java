package org.serviceexchange.protocol.store;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.protocol.probe.ProbeCounters;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Counters and probes with their responses, in the tables probe_counter and answered_probe. */
@Repository
class JdbcProbeCounters implements ProbeCounters {

    private final JdbcClient jdbc;
    private final ExchangeLocks locks;
    private final RowOnce rows;

    JdbcProbeCounters(JdbcClient jdbc, ExchangeLocks locks, RowOnce rows) {
        this.jdbc = jdbc;
        this.locks = locks;
        this.rows = rows;
    }

    @Override
    @Transactional
    public long next(String module, String keyId) {
        Optional<Long> next = increment(module, keyId);
        if (next.isEmpty()) {
            try {
                rows.insert(
                        "insert into probe_counter (module, key_id, sent) values (?, ?, 1)", List.of(module, keyId));
                return 1;
            } catch (DuplicateKeyException anotherWasFaster) {
                next = increment(module, keyId);
            }
        }
        return next.orElseThrow();
    }

    @Override
    public void lock(String module, String keyId) {
        locks.lock("probe/" + module + "/" + keyId);
    }

    @Override
    public Optional<AnsweredProbe> last(String module, String keyId) {
        return jdbc.sql("select counter, request_hash, answer from answered_probe where module = ? and key_id = ?")
                .params(module, keyId)
                .query((row, index) ->
                        new AnsweredProbe(row.getLong("counter"), row.getBytes("request_hash"), row.getBytes("answer")))
                .optional();
    }

    @Override
    public void save(String module, String keyId, AnsweredProbe probe) {
        jdbc.sql("delete from answered_probe where module = ? and key_id = ?")
                .params(module, keyId)
                .update();
        jdbc.sql("insert into answered_probe (module, key_id, counter, request_hash, answer) values (?, ?, ?, ?, ?)")
                .params(module, keyId, probe.counter(), probe.requestHash(), probe.answer())
                .update();
    }

    private Optional<Long> increment(String module, String keyId) {
        GeneratedKeyHolder stored = new GeneratedKeyHolder();
        jdbc.sql("update probe_counter set sent = sent + 1 where module = ? and key_id = ?")
                .params(module, keyId)
                .update(stored, "sent");
        return Optional.ofNullable(stored.getKey()).map(Number::longValue);
    }
}
