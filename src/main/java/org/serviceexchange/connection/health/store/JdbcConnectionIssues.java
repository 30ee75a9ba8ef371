package org.serviceexchange.connection.health.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.health.Ages;
import org.serviceexchange.connection.health.ConnectionIssue;
import org.serviceexchange.connection.health.ConnectionIssues;
import org.serviceexchange.connection.health.TouchedConnection;
import org.serviceexchange.platform.store.Row;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reads the issues that {@link IssueQueries} finds. */
@Repository
class JdbcConnectionIssues implements ConnectionIssues {

    private static final String NUMBERS = "numbers";

    private final JdbcClient jdbc;

    JdbcConnectionIssues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Counted> count(Ages ages) {
        List<Counted> found = new ArrayList<>();
        beats(
                        "select issue, failure, clock, count(*) as touched from (" + IssueQueries.BEATS
                                + ") c group by issue, failure, clock",
                        ages)
                .query((row, index) -> found.addAll(beats(row)))
                .list();
        keys("select issue, count(*) as touched from (" + IssueQueries.KEYS + ") k group by issue", ages)
                .query((row, index) -> found.add(counted(row, row.getString("issue"), null)))
                .list();
        long steps = jdbc.sql("select count(*) from (" + IssueQueries.STEPS + ") s")
                .query(Long.class)
                .single();
        if (steps > 0) {
            found.add(new Counted(ConnectionIssue.STEP, null, steps));
        }
        return found;
    }

    private static List<Counted> beats(ResultSet row) throws SQLException {
        List<Counted> found = new ArrayList<>();
        String issue = row.getString("issue");
        if (issue != null) {
            found.add(counted(row, issue, row.getString("failure")));
        }
        if (row.getInt("clock") == 1) {
            found.add(counted(row, ConnectionIssue.CLOCK.name(), null));
        }
        return found;
    }

    private static Counted counted(ResultSet row, String issue, @Nullable String failure) throws SQLException {
        return new Counted(ConnectionIssue.valueOf(issue), failure, row.getLong("touched"));
    }

    @Override
    public long stoppedOnboardings() {
        return jdbc.sql(IssueQueries.STOPPED_ONBOARDINGS).query(Long.class).single();
    }

    @Override
    public List<String> touched(ConnectionIssue issue, Ages ages, String after, int limit) {
        StatementSpec found = switch (issue) {
            case STEP -> jdbc.sql(page(IssueQueries.STEPS, "1 = 1", limit));
            case KEYS_EXPIRED, KEYS_OLD ->
                keys(page(IssueQueries.KEYS, "issue = :issue", limit), ages).param("issue", issue.name());
            case CLOCK -> beats(page(IssueQueries.BEATS, "clock = 1", limit), ages);
            case STOPPED, DOUBLED, DOWN, NEVER_SEEN, UNHEARD, SLOW ->
                beats(page(IssueQueries.BEATS, "issue = :issue", limit), ages).param("issue", issue.name());
        };
        return found.param("after", after).query(String.class).list();
    }

    private static String page(String found, String condition, int limit) {
        return "select module from (" + found + ") f where " + condition
                + " and module > :after order by module fetch first " + limit + " rows only";
    }

    @Override
    public List<TouchedConnection> of(Collection<String> numbers, Ages ages) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        String among = " f where module in (:numbers)";
        Map<String, ConnectionIssue> keys = keys("select module, issue from (" + IssueQueries.KEYS + ")" + among, ages)
                .param(NUMBERS, numbers)
                .query((row, index) ->
                        Map.entry(row.getString("module"), ConnectionIssue.valueOf(row.getString("issue"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<String> steps = jdbc.sql("select module from (" + IssueQueries.STEPS + ")" + among)
                .param(NUMBERS, numbers)
                .query(String.class)
                .list();
        return beats(IssueQueries.SOME_BEATS, ages)
                .param(NUMBERS, numbers)
                .query((row, index) -> touched(row, keys, steps))
                .list();
    }

    private static TouchedConnection touched(ResultSet row, Map<String, ConnectionIssue> keys, List<String> steps)
            throws SQLException {
        String number = row.getString("module");
        ConnectionSide side = ConnectionSide.valueOf(row.getString("side"));
        String issue = row.getString("issue");
        List<ConnectionIssue> issues = Stream.of(
                        issue == null ? null : ConnectionIssue.valueOf(issue),
                        row.getInt("clock") == 1 ? ConnectionIssue.CLOCK : null,
                        keys.get(number),
                        steps.contains(number) ? ConnectionIssue.STEP : null)
                .filter(Objects::nonNull)
                .toList();
        return new TouchedConnection(
                number,
                side == ConnectionSide.PROVIDER ? row.getString("registration") : number,
                side,
                issues,
                row.getString("failure"));
    }

    @Override
    public int hasten(Instant now, int limit) {
        return jdbc.sql("update heartbeat set next_at = :now where module in (select module from heartbeat"
                        + " where stopped = false and failures > 0 and next_at > :now order by next_at desc fetch first "
                        + limit + " rows only)")
                .param("now", Row.utc(now))
                .update();
    }

    private StatementSpec beats(String sql, Ages ages) {
        return jdbc.sql(sql)
                .param("now", Row.utc(ages.now()))
                .param("silent", Row.utc(ages.silent()))
                .param("unheard", Row.utc(ages.unheard()))
                .param("slow", ages.slow())
                .param("clocks", Ages.CLOCKS)
                .param("first", Ages.FIRST_HEARD);
    }

    private StatementSpec keys(String sql, Ages ages) {
        return jdbc.sql(sql).param("now", Row.utc(ages.now())).param("ends", Row.utc(ages.keysEnd()));
    }
}
