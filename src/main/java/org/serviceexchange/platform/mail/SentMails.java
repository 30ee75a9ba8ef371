package org.serviceexchange.platform.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** E-mails that may come back. */
public interface SentMails {

    /** Remembers an e-mail before it is sent, so that it is known even if this instance stops in the middle. */
    void add(SentMail mail);

    /** The e-mail with this id, which is forgotten with the caller's transaction: each e-mail comes back once. */
    Optional<SentMail> take(UUID id);

    /** Forgets those that were sent before this time, and returns how many these were. */
    int purge(Instant before);
}
