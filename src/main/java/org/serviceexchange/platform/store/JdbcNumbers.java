package org.serviceexchange.platform.store;

import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Numbers in the table number_range, one row per prefix; the row's lock makes concurrent callers wait for each other's
 * commit.
 */
@Component
class JdbcNumbers implements Numbers {

    private final JdbcClient jdbc;

    JdbcNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public String next(String prefix) {
        GeneratedKeyHolder stored = new GeneratedKeyHolder();
        int rows = jdbc.sql("update number_range set next_number = next_number + 1 where prefix = :prefix")
                .param("prefix", prefix)
                .update(stored, "next_number");
        Number next = rows == 0 ? null : stored.getKey();
        if (next == null) {
            throw new IllegalArgumentException("No row in number_range for the prefix " + prefix + ".");
        }
        return String.format(Locale.ROOT, "%s%07d", prefix, next.longValue() - 1);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(String prefix) {
        jdbc.sql("select next_number from number_range where prefix = :prefix for update")
                .param("prefix", prefix)
                .query(Long.class)
                .single();
    }
}
