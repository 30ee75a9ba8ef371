package org.serviceexchange.platform.store;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who does a housekeeping task, and when it was done last, in the table housekeeping. A turn is taken by one statement that
 * commits at once: no lock is held while the task runs, and a node that dies in the middle leaves it to the next turn.
 */
@Component
class HousekeepingTurns {

    private final JdbcClient jdbc;

    HousekeepingTurns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it is this caller's turn. A task that is seen for the first time is due an interval later. */
    boolean take(String task, Instant now, Duration interval) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        int due = jdbc.sql("update housekeeping set taken_at = :now where task = :task and taken_at <= :before")
                .param("now", at)
                .param("task", task)
                .param("before", at.minus(interval))
                .update();
        if (due == 0 && !known(task)) {
            add(task, at);
        }
        return due == 1;
    }

    private boolean known(String task) {
        return jdbc.sql("select count(*) from housekeeping where task = ?")
                        .param(task)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private void add(String task, OffsetDateTime at) {
        try {
            jdbc.sql("insert into housekeeping (task, taken_at) values (?, ?)")
                    .params(task, at)
                    .update();
        } catch (DuplicateKeyException anotherWasFaster) {
            // The other node's row says the same
        }
    }
}
