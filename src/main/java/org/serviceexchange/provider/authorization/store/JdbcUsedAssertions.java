package org.serviceexchange.provider.authorization.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.serviceexchange.provider.authorization.UsedAssertions;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Used assertions in the database; the primary key decides which of two presentations came first. */
@Repository
class JdbcUsedAssertions implements UsedAssertions {

    private final JdbcClient jdbc;

    JdbcUsedAssertions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean remember(String hash, Instant expiresAt) {
        try {
            jdbc.sql("insert into oauth_assertion (hash, expires_at) values (:hash, :expires)")
                    .param("hash", hash)
                    .param("expires", OffsetDateTime.ofInstant(expiresAt, ZoneOffset.UTC))
                    .update();
            return true;
        } catch (DuplicateKeyException presentedBefore) {
            return false;
        }
    }

    @Override
    public int purge(Instant now) {
        return jdbc.sql("delete from oauth_assertion where expires_at < :now")
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }
}
