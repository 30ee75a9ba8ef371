package org.serviceexchange.notice;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.journal.JournalEntryAppended;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the entries of journals of which admins want to hear, in the transaction that writes the entry: both or neither. */
@Component
class WriteNotices {

    private final List<NoticeSource> sources;
    private final NoticeOutbox outbox;
    private final NoticeMail mail;

    WriteNotices(List<NoticeSource> sources, NoticeOutbox outbox, NoticeMail mail) {
        this.sources = sources;
        this.outbox = outbox;
        this.mail = mail;
    }

    @EventListener
    void appended(JournalEntryAppended entry) {
        if (mail.on()) {
            sources.stream()
                    .map(source -> source.kindOf(entry.subject(), entry.message()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(kind -> outbox.add(new NoticeEvent(
                            kind, entry.subject(), entry.author().id(), entry.message(), entry.at())));
        }
    }
}
