package org.serviceexchange.platform.mail.store;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.serviceexchange.platform.mail.SentMail;
import org.serviceexchange.platform.mail.SentMails;
import org.serviceexchange.platform.store.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Sent e-mails in the table {@code sent_mail}. */
@Repository
class JdbcSentMails implements SentMails {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcSentMails(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void add(SentMail mail) {
        new Row()
                .set("id", mail.id().toString())
                .set("about", mail.record())
                .set("kind", mail.kind())
                .set("link_until", mail.linkUntil())
                .set("sent_at", clock.instant())
                .insert(jdbc, "sent_mail");
    }

    /** Of two nodes that read one mailbox, the one that removes the row has it. */
    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<SentMail> take(UUID id) {
        Optional<SentMail> known = jdbc.sql("select about, kind, link_until from sent_mail where id = ?")
                .param(id.toString())
                .query((row, index) -> new SentMail(
                        id, row.getString("about"), row.getString("kind"), Row.timeOrNull(row, "link_until")))
                .optional();
        int removed = jdbc.sql("delete from sent_mail where id = ?")
                .param(id.toString())
                .update();
        return removed == 0 ? Optional.empty() : known;
    }

    @Override
    public int purge(Instant before) {
        return jdbc.sql("delete from sent_mail where sent_at < ?")
                .param(Row.utc(before))
                .update();
    }
}
