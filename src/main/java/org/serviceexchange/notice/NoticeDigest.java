package org.serviceexchange.notice;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * The content of one e-mail.
 *
 * @param instance name of this instance
 * @param lines what happened, oldest first
 * @param more how much more happened than is listed
 * @param center address of the list of all registrations and connections
 * @param choices address of the page on which a user switches notices off; empty for a recipient who is no user
 */
public record NoticeDigest(String instance, List<Line> lines, long more, String center, String choices) {

    public NoticeDigest {
        lines = List.copyOf(lines);
    }

    /**
     * Something that happened.
     *
     * @param kind name of its kind
     * @param author display name of who did it; empty if nobody did
     * @param page address of the record's page
     */
    public record Line(
            LocalizedMessage kind, String subject, String author, LocalizedMessage message, Instant at, String page) {}
}
