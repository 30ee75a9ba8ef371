package org.serviceexchange.account.store;

import java.time.Instant;
import java.util.Optional;
import org.serviceexchange.account.PasswordLinkRows;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Password links in the table {@code password_link}. */
@Repository
class JdbcPasswordLinks implements PasswordLinkRows {

    private static final String USABLE = " where secret_hash = ? and expires_at > ? and security_version ="
            + " (select a.security_version from account a where a.user_id = password_link.user_id)";

    private final JdbcClient jdbc;
    private final Accounts accounts;

    JdbcPasswordLinks(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** The account is locked, so that two links made at the same moment come one after the other. */
    @Override
    @Transactional
    public void replace(String userId, String secretHash, Instant now, Instant expiresAt) {
        accounts.lock(userId);
        remove(userId);
        jdbc.sql("insert into password_link (user_id, secret_hash, security_version, made_at, expires_at)"
                        + " values (?, ?, ?, ?, ?)")
                .params(userId, secretHash, accounts.securityVersion(userId), Row.utc(now), Row.utc(expiresAt))
                .update();
    }

    @Override
    public boolean madeAfter(String userId, Instant moment) {
        return jdbc.sql("select count(*) from password_link where user_id = ? and made_at > ?")
                        .params(userId, Row.utc(moment))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    public Optional<String> userOf(String secretHash, Instant now) {
        return jdbc.sql("select user_id from password_link" + USABLE)
                .params(secretHash, Row.utc(now))
                .query(String.class)
                .optional();
    }

    @Override
    public boolean take(String secretHash, Instant now) {
        return jdbc.sql("delete from password_link" + USABLE)
                        .params(secretHash, Row.utc(now))
                        .update()
                == 1;
    }

    @Override
    public void remove(String userId) {
        jdbc.sql("delete from password_link where user_id = ?").param(userId).update();
    }

    @Override
    public int purge(Instant moment) {
        return jdbc.sql("delete from password_link where expires_at < ?")
                .param(Row.utc(moment))
                .update();
    }
}
