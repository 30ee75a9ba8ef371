package org.serviceexchange.notice;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Finding;

/** Notices on their way: first what happened, then one line for each recipient. */
public interface NoticeOutbox {

    /** Adds what happened, in the transaction in which it happens. */
    void add(NoticeEvent event);

    /** Removes and returns the oldest of what happened, which the caller distributes in the same transaction. */
    List<NoticeEvent> takeEvents(int limit);

    /** Adds a line for each of these recipients. */
    void addLines(NoticeEvent event, Set<NoticeRecipient> recipients);

    /**
     * Recipients with lines that are due, to whom nothing was sent after a moment.
     *
     * @param quietSince nobody gets a second e-mail after it
     */
    List<NoticeRecipient> ready(Instant now, Instant quietSince, int limit);

    /** Takes all lines of a recipient until a moment, oldest first; none if another node took them. */
    List<NoticeLine> take(NoticeRecipient recipient, Instant now, Instant until);

    /** Records that one e-mail brought these lines. */
    void sent(List<Long> lines, Instant now);

    /**
     * Records that they were not delivered.
     *
     * @param again when they are tried again; null if never
     */
    void failed(List<Long> lines, @Nullable Instant again, Instant now, Finding why);

    /** Removes the lines of a recipient who is nobody's any more. */
    void drop(NoticeRecipient recipient);

    /** The lines that were given up, newest first. */
    List<GivenUp> givenUp(int limit);

    /** Tries again all that were given up. */
    void retry(Instant now);

    /** Removes what was sent or given up before a moment, or was never distributed, and returns how many that were. */
    int purge(Instant before);

    /** A line that could not be delivered, and why. */
    record GivenUp(NoticeRecipient recipient, NoticeEvent event, Finding why, Instant at) {}
}
