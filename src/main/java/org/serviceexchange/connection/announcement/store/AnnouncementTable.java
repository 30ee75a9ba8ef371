package org.serviceexchange.connection.announcement.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.AnnouncementTables.Names;
import org.serviceexchange.connection.announcement.Announcements;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Announcements in the table of one feature. */
record AnnouncementTable(JdbcClient jdbc, Names names) implements Announcements {

    /** A statement in which {@code {table}}, {@code {record}} and {@code {announced}} stand for the names of the feature. */
    private JdbcClient.StatementSpec sql(String text) {
        return jdbc.sql(text.replace("{table}", names.table())
                .replace("{record}", names.record())
                .replace("{announced}", names.announced())
                .replace("{open}", "known_at is null and given_up_by is null"));
    }

    @Override
    public List<Announcement> due(Instant now, int limit) {
        return sql("select * from {table} where due_at <= ? order by due_at fetch first " + limit + " rows only")
                .param(Row.utc(now))
                .query(this::read)
                .list();
    }

    @Override
    public boolean take(Announcement announcement, Instant until) {
        return sql("update {table} set due_at = ? where {record} = ? and due_at = ?")
                        .params(Row.utc(until), announcement.record(), Row.utcOrNull(announcement.due()))
                        .update()
                == 1;
    }

    @Override
    public void failed(Announcement announcement, Finding why, Instant again) {
        sql("update {table} set due_at = ?, tries = ?, failure = ? where {record} = ? and {announced} = ? and {open}")
                .params(
                        Row.utc(again),
                        announcement.tries() + 1,
                        FindingText.write(List.of(why.shortened())),
                        announcement.record(),
                        announcement.announced())
                .update();
    }

    @Override
    public boolean known(Announcement announcement, Instant at) {
        return sql("update {table} set due_at = null, failure = null, known_at = ?, given_up_by = null"
                                + " where {record} = ? and {announced} = ? and known_at is null")
                        .params(Row.utc(at), announcement.record(), announcement.announced())
                        .update()
                == 1;
    }

    @Override
    public boolean giveUp(String record, String user) {
        return sql("update {table} set due_at = null, given_up_by = ? where {record} = ? and {open}")
                        .params(user, record)
                        .update()
                == 1;
    }

    @Override
    public void again(Instant now) {
        sql("update {table} set due_at = ?, tries = 0 where {open}")
                .param(Row.utc(now))
                .update();
    }

    @Override
    public boolean again(String record, Instant now) {
        return sql("update {table} set due_at = ?, tries = 0, given_up_by = null"
                                + " where {record} = ? and given_up_by is not null")
                        .params(Row.utc(now), record)
                        .update()
                == 1;
    }

    @Override
    public Optional<Announcement> of(String record) {
        return sql("select * from {table} where {record} = ?")
                .param(record)
                .query(this::read)
                .optional();
    }

    @Override
    public Progress progress() {
        return sql("select count(*) as told, count(known_at) as known, count(given_up_by) as given_up from {table}")
                .query((row, index) -> new Progress(row.getLong("told"), row.getLong("known"), row.getLong("given_up")))
                .single();
    }

    @Override
    public List<Announcement> open(int limit) {
        return sql("select * from {table} where known_at is null order by {record} fetch first " + limit + " rows only")
                .query(this::read)
                .list();
    }

    private Announcement read(ResultSet row, int index) throws SQLException {
        String failure = row.getString("failure");
        return new Announcement(
                row.getString(names.record()),
                names.before() == null ? "" : row.getString(names.before()),
                row.getString(names.announced()),
                Row.timeOrNull(row, "due_at"),
                row.getInt("tries"),
                failure == null ? null : FindingText.read(failure).get(0),
                Row.timeOrNull(row, "known_at"),
                row.getString("given_up_by"));
    }
}
