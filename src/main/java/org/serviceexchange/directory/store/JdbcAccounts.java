package org.serviceexchange.directory.store;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Accounts in the tables {@code account} and {@code account_name}. */
@Repository
class JdbcAccounts implements Accounts {

    private final JdbcClient jdbc;

    JdbcAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The keys of the tables decide between two transactions that give the same name at the same moment. */
    @Override
    public void add(String userId) {
        try {
            jdbc.sql("insert into account_name (name_key) values (?)")
                    .param(userId.toLowerCase(Locale.ROOT))
                    .update();
            jdbc.sql("insert into account (user_id, security_version) values (?, 1)")
                    .param(userId)
                    .update();
        } catch (DuplicateKeyException e) {
            throw new Problem(ProblemCode.USER_NAME_TAKEN, e, userId);
        }
    }

    @Override
    public long securityVersion(String userId) {
        return jdbc.sql("select security_version from account where user_id = ?")
                .param(userId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    @Override
    public void raiseSecurityVersion(String userId) {
        jdbc.sql("update account set security_version = security_version + 1 where user_id = ?")
                .param(userId)
                .update();
    }

    @Override
    public boolean active(String userId) {
        return jdbc.sql("select active from account where user_id = ?")
                .param(userId)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    @Override
    public void setActive(String userId, boolean active) {
        jdbc.sql("update account set active = ?, security_version = security_version + 1 where user_id = ?")
                .params(active, userId)
                .update();
        SecurityLog.record(
                active ? SecurityEvent.USER_ACTIVATED : SecurityEvent.USER_DEACTIVATED, "user.target.name", userId);
    }

    @Override
    public List<String> ambiguous() {
        return jdbc.sql("select user_id from account where lower(user_id) in"
                        + " (select lower(user_id) from account group by lower(user_id) having count(*) > 1)"
                        + " order by lower(user_id), user_id")
                .query(String.class)
                .list();
    }

    @Override
    public void lock(String userId) {
        jdbc.sql("select security_version from account where user_id = ? for update")
                .param(userId)
                .query(Long.class)
                .optional();
    }
}
