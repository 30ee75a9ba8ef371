package org.serviceexchange.platform.mail;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sent e-mails in memory. */
public final class MemorySentMails implements SentMails {

    private final Map<UUID, SentMail> mails = new LinkedHashMap<>();

    public List<SentMail> all() {
        return List.copyOf(mails.values());
    }

    @Override
    public void add(SentMail mail) {
        mails.put(mail.id(), mail);
    }

    @Override
    public Optional<SentMail> take(UUID id) {
        return Optional.ofNullable(mails.remove(id));
    }

    @Override
    public int purge(Instant before) {
        throw new UnsupportedOperationException("Times are not kept here.");
    }
}
