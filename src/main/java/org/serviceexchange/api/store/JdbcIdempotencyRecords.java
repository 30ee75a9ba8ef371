package org.serviceexchange.api.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.IdempotencyRecord;
import org.serviceexchange.api.IdempotencyRecords;
import org.serviceexchange.platform.store.Row;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Idempotency records, in the table {@code idempotent_answer}; its primary key decides which of two requests came
 * first.
 */
@Repository
class JdbcIdempotencyRecords implements IdempotencyRecords {

    private final JdbcClient jdbc;

    JdbcIdempotencyRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<BegunRequest> find(String keyHash) {
        return jdbc.sql("select * from idempotent_answer where key_hash = :key")
                .param("key", keyHash)
                .query(JdbcIdempotencyRecords::read)
                .optional();
    }

    @Override
    public boolean begin(String keyHash, BegunRequest begun) {
        try {
            jdbc.sql("""
                            insert into idempotent_answer (key_hash, request_hash, attempt, started_at)
                            values (:key, :request, :attempt, :at)
                            """)
                    .param("key", keyHash)
                    .param("request", begun.requestHash())
                    .param("attempt", begun.attempt())
                    .param("at", begun.startedAt().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException anotherWasQuicker) {
            return false;
        }
    }

    @Override
    public boolean takeOver(String keyHash, String abandoned, BegunRequest begun) {
        return jdbc.sql("""
                        update idempotent_answer set request_hash = :request, attempt = :attempt, started_at = :at,
                            status = null, location = null, etag = null, body = null
                        where key_hash = :key and attempt = :abandoned
                        """)
                        .param("key", keyHash)
                        .param("abandoned", abandoned)
                        .param("request", begun.requestHash())
                        .param("attempt", begun.attempt())
                        .param("at", begun.startedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean complete(String keyHash, String attempt, IdempotencyRecord response) {
        return jdbc.sql("""
                        update idempotent_answer set status = :status, location = :location, etag = :etag, body = :body
                        where key_hash = :key and attempt = :attempt
                        """)
                        .param("status", response.status())
                        .param("location", response.location())
                        .param("etag", response.etag())
                        .param("body", response.body())
                        .param("key", keyHash)
                        .param("attempt", attempt)
                        .update()
                == 1;
    }

    @Override
    public void forget(String keyHash, String attempt) {
        jdbc.sql("delete from idempotent_answer where key_hash = :key and attempt = :attempt and status is null")
                .param("key", keyHash)
                .param("attempt", attempt)
                .update();
    }

    @Override
    public int purge(Instant before) {
        return jdbc.sql("delete from idempotent_answer where started_at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static BegunRequest read(ResultSet row, int ignoredIndex) throws SQLException {
        return new BegunRequest(
                row.getString("request_hash"), row.getString("attempt"), Row.time(row, "started_at"), response(row));
    }

    private static @Nullable IdempotencyRecord response(ResultSet row) throws SQLException {
        String body = row.getString("body");
        return body == null
                ? null
                : new IdempotencyRecord(row.getInt("status"), row.getString("location"), row.getString("etag"), body);
    }
}
