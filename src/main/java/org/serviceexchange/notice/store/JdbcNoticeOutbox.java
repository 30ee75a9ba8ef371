package org.serviceexchange.notice.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.notice.NoticeEvent;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeLine;
import org.serviceexchange.notice.NoticeOutbox;
import org.serviceexchange.notice.NoticeRecipient;
import org.serviceexchange.platform.message.LocalizedMessageText;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.FindingText;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notices in the tables {@code notice_event} and {@code notice_line}. */
@Repository
class JdbcNoticeOutbox implements NoticeOutbox {

    private static final String OPEN = " sent_at is null and given_up_at is null";

    private final JdbcClient jdbc;

    JdbcNoticeOutbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(NoticeEvent event) {
        row(event).insert(jdbc, "notice_event");
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public List<NoticeEvent> takeEvents(int limit) {
        List<NoticeLine> taken = jdbc.sql(
                        "select id, 0 as tries, kind, subject, author, message, happened_at from notice_event"
                                + " order by id fetch first " + limit + " rows only for update skip locked")
                .query(JdbcNoticeOutbox::line)
                .list();
        if (!taken.isEmpty()) {
            jdbc.sql("delete from notice_event where id in (:ids)")
                    .param("ids", taken.stream().map(NoticeLine::id).toList())
                    .update();
        }
        return taken.stream().map(NoticeLine::event).toList();
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void addLines(NoticeEvent event, Set<NoticeRecipient> recipients) {
        recipients.forEach(recipient -> row(event)
                .set("recipient", recipient.text())
                .set("due_at", event.at())
                .set("tries", 0)
                .insert(jdbc, "notice_line"));
    }

    private static Row row(NoticeEvent event) {
        return new Row()
                .set("kind", event.kind())
                .set("subject", event.subject())
                .set("author", event.author())
                .set("message", LocalizedMessageText.write(event.message()))
                .set("happened_at", event.at());
    }

    @Override
    public List<NoticeRecipient> ready(Instant now, Instant quietSince, int limit) {
        return jdbc
                .sql("select recipient from notice_line waiting where" + OPEN
                        + " and not exists (select 1 from notice_line earlier where earlier.recipient = waiting.recipient"
                        + " and earlier.sent_at > :quiet)"
                        + " group by recipient having max(due_at) <= :now order by min(due_at) fetch first " + limit
                        + " rows only")
                .param("quiet", Row.utc(quietSince))
                .param("now", Row.utc(now))
                .query(String.class)
                .list()
                .stream()
                .map(NoticeRecipient::of)
                .toList();
    }

    @Override
    @Transactional
    public List<NoticeLine> take(NoticeRecipient recipient, Instant now, Instant until) {
        int taken = jdbc.sql("update notice_line set due_at = :until where recipient = :recipient and" + OPEN
                        + " and due_at <= :now")
                .param("until", Row.utc(until))
                .param("recipient", recipient.text())
                .param("now", Row.utc(now))
                .update();
        return taken == 0
                ? List.of()
                : jdbc.sql("select * from notice_line where recipient = :recipient and" + OPEN
                                + " and due_at = :until order by happened_at, id")
                        .param("recipient", recipient.text())
                        .param("until", Row.utc(until))
                        .query(JdbcNoticeOutbox::line)
                        .list();
    }

    @Override
    public void sent(List<Long> lines, Instant now) {
        jdbc.sql("update notice_line set sent_at = :now, problem = null where id in (:ids)")
                .param("now", Row.utc(now))
                .param("ids", lines)
                .update();
    }

    @Override
    public void failed(List<Long> lines, @Nullable Instant again, Instant now, Finding why) {
        jdbc.sql("update notice_line set tries = tries + 1, problem = :problem, due_at = coalesce(:again, due_at),"
                        + " given_up_at = :ended where id in (:ids)")
                .param("problem", FindingText.write(List.of(why)))
                .param("again", again == null ? null : Row.utc(again), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ended", again == null ? Row.utc(now) : null, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("ids", lines)
                .update();
    }

    @Override
    public void drop(NoticeRecipient recipient) {
        jdbc.sql("delete from notice_line where recipient = ? and" + OPEN)
                .param(recipient.text())
                .update();
    }

    @Override
    public List<GivenUp> givenUp(int limit) {
        return jdbc.sql(
                        "select * from notice_line where given_up_at is not null order by happened_at desc, id desc fetch first "
                                + limit + " rows only")
                .query((row, index) -> new GivenUp(
                        NoticeRecipient.of(row.getString("recipient")),
                        event(row),
                        FindingText.read(row.getString("problem")).get(0),
                        Row.time(row, "given_up_at")))
                .list();
    }

    @Override
    public void retry(Instant now) {
        jdbc.sql("update notice_line set given_up_at = null, tries = 0, due_at = ? where given_up_at is not null")
                .param(Row.utc(now))
                .update();
    }

    @Override
    public int purge(Instant before) {
        int events = jdbc.sql("delete from notice_event where happened_at < ?")
                .param(Row.utc(before))
                .update();
        return events
                + jdbc.sql(
                                "delete from notice_line where happened_at < :before and (sent_at is null or sent_at < :before)")
                        .param("before", Row.utc(before))
                        .update();
    }

    private static NoticeLine line(ResultSet row, int index) throws SQLException {
        return new NoticeLine(row.getLong("id"), row.getInt("tries"), event(row));
    }

    private static NoticeEvent event(ResultSet row) throws SQLException {
        return new NoticeEvent(
                NoticeKind.valueOf(row.getString("kind")),
                row.getString("subject"),
                row.getString("author"),
                LocalizedMessageText.read(row.getString("message")),
                Row.time(row, "happened_at"));
    }
}
