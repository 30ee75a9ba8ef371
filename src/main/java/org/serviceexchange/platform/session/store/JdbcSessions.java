package org.serviceexchange.platform.session.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.session.SessionSeal;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.SessionRepository;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sessions in the tables {@code browser_session} and {@code browser_session_value}. A request reads its session by one
 * statement and writes only what it changed; when a session was used last is written once a minute.
 *
 * <p>Security guarantees: Nothing is kept for a browser in which nobody is logged in. A session that was ended on one node
 * is not written again by a request that another node still works on.
 */
@Repository
class JdbcSessions implements SessionRepository<KeptSession> {

    private static final Duration NOTED = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final SessionSeal seal;
    private final Clock clock;
    private final Duration timeout;

    JdbcSessions(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            SessionSeal seal,
            Clock clock,
            @Value("${server.servlet.session.timeout}") Duration timeout) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seal = seal;
        this.clock = clock;
        this.timeout = timeout;
    }

    @Override
    public KeptSession createSession() {
        return KeptSession.fresh(seal::newId, clock.instant(), timeout);
    }

    @Override
    public @Nullable KeptSession findById(String id) {
        Map<String, byte[]> values = new HashMap<>();
        Instant[] times = new Instant[2];
        jdbc.sql("""
                select s.created_at, s.used_at, v.name, v.sealed from browser_session s
                left join browser_session_value v on v.session_id = s.id where s.id = :id and s.expires_at > :now
                """)
                .param("id", seal.row(id))
                .param("now", at(clock.instant()))
                .query(row -> {
                    times[0] = row.getObject("created_at", OffsetDateTime.class).toInstant();
                    times[1] = row.getObject("used_at", OffsetDateTime.class).toInstant();
                    String name = row.getString("name");
                    if (name != null) {
                        seal.open(id, name, row.getBytes("sealed")).ifPresent(value -> values.put(name, value));
                    }
                });
        return times[0] == null ? null : KeptSession.read(seal::newId, id, times[0], times[1], timeout, values);
    }

    @Override
    public void save(KeptSession session) {
        if (!session.hasPerson()) {
            session.storedAs().ifPresent(this::deleteById);
            return;
        }
        Map<String, byte[]> written = session.toWrite();
        if (session.storedAs().filter(session.getId()::equals).isPresent()) {
            if (!clock.instant().isBefore(session.noted().plus(NOTED))) {
                note(session.getId());
            }
            session.toRemove().forEach(name -> remove(session.getId(), name));
            written.forEach((name, value) -> write(session.getId(), name, value));
        } else {
            transaction.executeWithoutResult(status -> writeAnew(session, written));
        }
        session.written(written);
    }

    /** A session whose id changes was read by this request: if it is gone meanwhile, somebody logged out. */
    private void writeAnew(KeptSession session, Map<String, byte[]> values) {
        boolean gone = session.storedAs().map(former -> delete(former) == 0).orElse(false);
        if (!gone) {
            Instant now = clock.instant();
            jdbc.sql("insert into browser_session (id, created_at, used_at, expires_at) values (?, ?, ?, ?)")
                    .params(seal.row(session.getId()), at(session.getCreationTime()), at(now), at(now.plus(timeout)))
                    .update();
            values.forEach((name, value) -> add(session.getId(), name, value));
        }
    }

    private void note(String id) {
        Instant now = clock.instant();
        jdbc.sql("update browser_session set used_at = ?, expires_at = ? where id = ? and used_at <= ?")
                .params(at(now), at(now.plus(timeout)), seal.row(id), at(now.minus(NOTED)))
                .update();
    }

    private void write(String id, String name, byte[] value) {
        if (replace(id, name, value) == 0) {
            try {
                add(id, name, value);
            } catch (DataIntegrityViolationException changedMeanwhile) {
                // Another request was faster, or the session has ended
                replace(id, name, value);
            }
        }
    }

    private int replace(String id, String name, byte[] value) {
        return jdbc.sql("update browser_session_value set sealed = ? where session_id = ? and name = ?")
                .params(seal.seal(id, name, value), seal.row(id), name)
                .update();
    }

    /** Adds nothing to a session that has ended. */
    private void add(String id, String name, byte[] value) {
        jdbc.sql(
                        "insert into browser_session_value (session_id, name, sealed)"
                                + " select s.id, cast(? as varchar(255)), cast(? as bytea) from browser_session s where s.id = ?")
                .params(name, seal.seal(id, name, value), seal.row(id))
                .update();
    }

    private void remove(String id, String name) {
        jdbc.sql("delete from browser_session_value where session_id = ? and name = ?")
                .params(seal.row(id), name)
                .update();
    }

    @Override
    public void deleteById(String id) {
        delete(id);
    }

    private int delete(String id) {
        return jdbc.sql("delete from browser_session where id = ?")
                .param(seal.row(id))
                .update();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
