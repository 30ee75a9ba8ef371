package org.serviceexchange.notice;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user wants to hear.
 *
 * @param unwanted kinds that the user switched off; a kind that a later version adds is on
 * @param language language of the e-mails; null for that of the instance
 */
public record NoticeChoice(
        Set<NoticeKind> unwanted, @Nullable Locale language) {

    /** Of a user who chose nothing. */
    public static final NoticeChoice ALL = new NoticeChoice(Set.of(), null);

    public NoticeChoice {
        unwanted = Set.copyOf(unwanted);
    }

    public boolean wants(NoticeKind kind) {
        return !unwanted.contains(kind);
    }
}
