package org.serviceexchange.connection.signature.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.announcement.AnnouncementTables;
import org.serviceexchange.connection.announcement.AnnouncementTables.Names;
import org.serviceexchange.connection.announcement.StoredAnnouncements;
import org.serviceexchange.connection.signature.KeyAnnouncements;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Announcements in the table signature_key_announcement; live connections have heartbeats, and shared records inquiries. */
@Repository
class JdbcKeyAnnouncements extends StoredAnnouncements implements KeyAnnouncements {

    private static final String SUBJECT = "case when h.side = 'PROVIDER' then h.registration else h.module end";

    private final JdbcClient jdbc;

    JdbcKeyAnnouncements(JdbcClient jdbc, AnnouncementTables tables) {
        super(tables.of(new Names("signature_key_announcement", "record_number", "pinned", "announced")));
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
                .forEach(record -> insert(record, former, announced, now));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(String record, String pinned, String announced, Instant now) {
        Optional<Announcement> planned = of(record);
        if (planned.isEmpty()) {
            insert(record, pinned, announced, now);
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

    private void insert(String record, String pinned, String announced, Instant due) {
        jdbc.sql("insert into signature_key_announcement (record_number, pinned, announced, due_at, tries)"
                        + " values (?, ?, ?, ?, 0)")
                .params(record, pinned, announced, Row.utc(due))
                .update();
    }

    @Override
    @Transactional
    public Announcement instead(Announcement announcement, String announced) {
        jdbc.sql("update signature_key_announcement set announced = ? where record_number = ? and announced = ?")
                .params(announced, announcement.record(), announcement.announced())
                .update();
        return announcement.instead(announced);
    }

    @Override
    public List<String> toldInVain() {
        return jdbc.sql("select record_number from signature_key_announcement where known_at is null and given_up_by"
                        + " is null and failure is not null order by record_number")
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
