package org.serviceexchange.connection.signature.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.signature.KeyAnnouncements;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announcements in the table signature_key_announcement; live connections have heartbeats, and shared records inquiries. */
@Repository
class JdbcKeyAnnouncements implements KeyAnnouncements {

    private static final String DUE_AT_ONCE = "update signature_key_announcement set due_at = ?, tries = 0";
    private static final String SUBJECT = "case when h.side = 'PROVIDER' then h.registration else h.module end";
    private static final String OPEN = " where record_number = ? and known_at is null and given_up_by is null";

    private final JdbcClient jdbc;

    JdbcKeyAnnouncements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(String former, String announced, List<String> others, Instant now) {
        jdbc.sql("update signature_key_announcement set pinned = ? where known_at is not null")
                .param(former)
                .update();
        jdbc.sql("update signature_key_announcement set announced = ?, due_at = ?, tries = 0, failure = null,"
                        + " known_at = null, given_up_by = null")
                .params(announced, Row.utc(now))
                .update();
        jdbc.sql("insert into signature_key_announcement (record_number, pinned, announced, due_at, tries)"
                        + " select " + SUBJECT + ", cast(? as varchar(43)), cast(? as varchar(43)),"
                        + " cast(? as timestamp(6) with time zone), 0 from heartbeat h"
                        + " where not exists (select 1 from signature_key_announcement a where a.record_number = "
                        + SUBJECT + ")")
                .params(former, announced, Row.utc(now))
                .update();
        others.stream()
                .filter(record -> of(record).isEmpty())
                .forEach(record -> KeyAnnouncementRow.insert(jdbc, record, former, announced, now));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(String record, String pinned, String announced, Instant now) {
        Optional<KeyAnnouncement> planned = of(record);
        if (planned.isEmpty()) {
            KeyAnnouncementRow.insert(jdbc, record, pinned, announced, now);
        } else if (planned.get().knownAt() != null) {
            jdbc.sql("update signature_key_announcement set pinned = ?, announced = ?, due_at = ?, tries = 0,"
                            + " known_at = null where record_number = ?")
                    .params(pinned, announced, Row.utc(now), record)
                    .update();
        } else {
            jdbc.sql("update signature_key_announcement set pinned = ? where record_number = ?")
                    .params(pinned, record)
                    .update();
        }
    }

    @Override
    public List<KeyAnnouncement> due(Instant now, int limit) {
        return jdbc.sql("select * from signature_key_announcement where due_at <= ? order by due_at fetch first "
                        + limit + " rows only")
                .param(Row.utc(now))
                .query(KeyAnnouncementRow::read)
                .list();
    }

    @Override
    @Transactional
    public boolean take(KeyAnnouncement announcement, Instant until) {
        return jdbc.sql("update signature_key_announcement set due_at = ? where record_number = ? and due_at = ?")
                        .params(Row.utc(until), announcement.record(), Row.utcOrNull(announcement.due()))
                        .update()
                == 1;
    }

    @Override
    @Transactional
    public KeyAnnouncement instead(KeyAnnouncement announcement, String announced) {
        jdbc.sql("update signature_key_announcement set announced = ? where record_number = ? and announced = ?")
                .params(announced, announcement.record(), announcement.announced())
                .update();
        return announcement.instead(announced);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(KeyAnnouncement announcement, Finding why, Instant again) {
        jdbc.sql("update signature_key_announcement set due_at = ?, tries = ?, failure = ?" + OPEN
                        + " and announced = ?")
                .params(
                        Row.utc(again),
                        announcement.tries() + 1,
                        FindingText.write(List.of(why.shortened())),
                        announcement.record(),
                        announcement.announced())
                .update();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean known(KeyAnnouncement announcement, Instant at) {
        return jdbc.sql("update signature_key_announcement set due_at = null, failure = null, known_at = ?,"
                                + " given_up_by = null where record_number = ? and announced = ? and known_at is null")
                        .params(Row.utc(at), announcement.record(), announcement.announced())
                        .update()
                == 1;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveUp(String record, String user) {
        return jdbc.sql("update signature_key_announcement set due_at = null, given_up_by = ?" + OPEN)
                        .params(user, record)
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
    public boolean again(String record, Instant now) {
        return jdbc.sql(DUE_AT_ONCE + ", given_up_by = null where record_number = ? and given_up_by is not null")
                        .params(Row.utc(now), record)
                        .update()
                == 1;
    }

    @Override
    public Optional<KeyAnnouncement> of(String record) {
        return jdbc.sql("select * from signature_key_announcement where record_number = ?")
                .param(record)
                .query(KeyAnnouncementRow::read)
                .optional();
    }

    @Override
    public Progress progress() {
        return jdbc.sql("select count(*) as told, count(known_at) as known, count(given_up_by) as given_up"
                        + " from signature_key_announcement")
                .query((row, index) -> new Progress(row.getLong("told"), row.getLong("known"), row.getLong("given_up")))
                .single();
    }

    @Override
    public List<KeyAnnouncement> open(int limit) {
        return jdbc.sql("select * from signature_key_announcement where known_at is null order by record_number"
                        + " fetch first " + limit + " rows only")
                .query(KeyAnnouncementRow::read)
                .list();
    }

    @Override
    public List<String> toldInVain() {
        return jdbc.sql("select record_number from signature_key_announcement where known_at is null"
                        + " and given_up_by is null and failure is not null order by record_number")
                .query(String.class)
                .list();
    }

    @Override
    public List<String> ended() {
        return jdbc.sql("select record_number from signature_key_announcement where not exists"
                        + " (select 1 from heartbeat h where record_number = " + SUBJECT + ") and not exists"
                        + " (select 1 from peer_inquiry i where i.number = record_number and i.due_at is not null)")
                .query(String.class)
                .list();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void remove(String record) {
        jdbc.sql("delete from signature_key_announcement where record_number = ?")
                .param(record)
                .update();
    }
}
