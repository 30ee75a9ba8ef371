package org.serviceexchange.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.serviceexchange.directory.User;
import org.serviceexchange.notice.NoticeSubjects.Cared;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns what happened into a line for everybody who cares: who began it, and the addresses of the settings; each address once. */
@Service
class DistributeNotices {

    private static final int AT_ONCE = 200;

    private final NoticeOutbox outbox;
    private final List<NoticeSubjects> subjects;
    private final NoticeReaders readers;
    private final NoticeChoices choices;
    private final NoticeSettings settings;

    DistributeNotices(
            NoticeOutbox outbox,
            List<NoticeSubjects> subjects,
            NoticeReaders readers,
            NoticeChoices choices,
            NoticeSettings settings) {
        this.outbox = outbox;
        this.subjects = subjects;
        this.readers = readers;
        this.choices = choices;
        this.settings = settings;
    }

    /** Distributes some of it; false if nothing was left. */
    @Transactional
    public boolean distribute() {
        List<NoticeEvent> events = outbox.takeEvents(AT_ONCE);
        events.forEach(event -> outbox.addLines(event, recipients(event)));
        return !events.isEmpty();
    }

    private Set<NoticeRecipient> recipients(NoticeEvent event) {
        Optional<User> person = NoticeSubjects.find(subjects, event.subject())
                .map(Cared::userId)
                .flatMap(readers::find);
        Set<NoticeRecipient> recipients = new LinkedHashSet<>();
        person.filter(user -> choices.of(user.id()).wants(event.kind()))
                .ifPresent(user -> recipients.add(NoticeRecipient.user(user.id())));
        settings.addresses().stream()
                .filter(address -> person.filter(user -> user.mail().equalsIgnoreCase(address))
                        .isEmpty())
                .map(NoticeRecipient::address)
                .forEach(recipients::add);
        return recipients;
    }
}
