package org.serviceexchange.connection.health.store;

import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.connection.health.Ages;
import org.serviceexchange.connection.health.ConnectionIssues;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The issues of the connections in a database. */
public final class TestConnectionIssues {

    private TestConnectionIssues() {}

    public static ConnectionIssues in(JdbcClient jdbc) {
        return new JdbcConnectionIssues(jdbc);
    }

    public static Ages ages(Instant now) {
        return new Ages(
                now,
                now.minus(Duration.ofMinutes(13)),
                now.minus(Duration.ofHours(25)),
                now.plus(Duration.ofDays(14)),
                2000);
    }
}
