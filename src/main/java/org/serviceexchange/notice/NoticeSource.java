package org.serviceexchange.notice;

import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Knows which entries of the journal admins want to hear of; each module declares its own bean. */
@FunctionalInterface
public interface NoticeSource {

    /** The kind of notice that this entry is; empty for an entry of no interest, or of another module. */
    Optional<NoticeKind> kindOf(String subject, LocalizedMessage entry);
}
