package org.serviceexchange.connection.address.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.connection.address.Announcements;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announcements in the table address_announcement; the live connections are those that have heartbeats. */
@Repository
class JdbcAnnouncements implements Announcements {

    private static final String DUE_AT_ONCE = "update address_announcement set due_at = ?, tries = 0";

    private final JdbcClient jdbc;

    JdbcAnnouncements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(String address, Instant now) {
        jdbc.sql("update address_announcement set address = ?, due_at = ?, tries = 0, failure = null, known_at = null,"
                        + " given_up_by = null where address <> ?")
                .params(address, Row.utc(now), address)
                .update();
        jdbc.sql("insert into address_announcement (connection, address, due_at, tries)"
                        + " select h.module, cast(? as varchar(500)), cast(? as timestamp(6) with time zone), 0 from heartbeat h"
                        + " where not exists (select 1 from address_announcement a where a.connection = h.module)")
                .params(address, Row.utc(now))
                .update();
    }

    @Override
    public List<Announcement> due(Instant now, int limit) {
        return jdbc.sql("select * from address_announcement where due_at <= ? order by due_at fetch first " + limit
                        + " rows only")
                .param(Row.utc(now))
                .query((row, index) -> announcement(row))
                .list();
    }

    @Override
    @Transactional
    public boolean take(Announcement announcement, Instant until) {
        OffsetDateTime due =
                Optional.ofNullable(announcement.due()).map(Row::utc).orElseThrow();
        return jdbc.sql("update address_announcement set due_at = ? where connection = ? and due_at = ?")
                        .params(Row.utc(until), announcement.connection(), due)
                        .update()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(Announcement announcement, Finding why, Instant again) {
        jdbc.sql("update address_announcement set due_at = ?, tries = ?, failure = ?"
                        + " where connection = ? and address = ? and known_at is null and given_up_by is null")
                .params(
                        Row.utc(again),
                        announcement.tries() + 1,
                        FindingText.write(List.of(why.shortened())),
                        announcement.connection(),
                        announcement.address())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void known(Announcement announcement, Instant at) {
        jdbc.sql("update address_announcement set due_at = null, failure = null, known_at = ?, given_up_by = null"
                        + " where connection = ? and address = ?")
                .params(Row.utc(at), announcement.connection(), announcement.address())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveUp(String connection, String user) {
        return jdbc.sql("update address_announcement set due_at = null, given_up_by = ?"
                                + " where connection = ? and known_at is null and given_up_by is null")
                        .params(user, connection)
                        .update()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void again(Instant now) {
        jdbc.sql(DUE_AT_ONCE + " where known_at is null and given_up_by is null")
                .param(Row.utc(now))
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean again(String connection, Instant now) {
        return jdbc.sql(DUE_AT_ONCE + ", given_up_by = null where connection = ? and given_up_by is not null")
                        .params(Row.utc(now), connection)
                        .update()
                == 1;
    }

    @Override
    public Optional<Announcement> of(String connection) {
        return jdbc.sql("select * from address_announcement where connection = ?")
                .param(connection)
                .query((row, index) -> announcement(row))
                .optional();
    }

    @Override
    public Progress progress() {
        return jdbc.sql("select count(*) as told, count(known_at) as known, count(given_up_by) as given_up"
                        + " from address_announcement")
                .query((row, index) -> new Progress(row.getLong("told"), row.getLong("known"), row.getLong("given_up")))
                .single();
    }

    @Override
    public List<Announcement> open(int limit) {
        return jdbc.sql("select * from address_announcement where known_at is null order by connection fetch first "
                        + limit + " rows only")
                .query((row, index) -> announcement(row))
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public int removeEnded() {
        return removeEnded("address_announcement") + removeEnded("peer_address");
    }

    private int removeEnded(String table) {
        return jdbc.sql("delete from " + table + " where not exists (select 1 from heartbeat h where h.module = "
                        + table + ".connection)")
                .update();
    }

    private static Announcement announcement(ResultSet row) throws SQLException {
        return new Announcement(
                row.getString("connection"),
                row.getString("address"),
                Row.timeOrNull(row, "due_at"),
                row.getInt("tries"),
                finding(row.getString("failure")),
                Row.timeOrNull(row, "known_at"),
                row.getString("given_up_by"));
    }

    static @Nullable Finding finding(@Nullable String text) {
        return text == null ? null : FindingText.read(text).get(0);
    }
}
