package org.serviceexchange.notice;

import java.util.Optional;

/** The records of one feature, about which notices are sent; each feature declares its own bean. */
public interface NoticeSubjects {

    /** Who cares about a record; empty if it belongs to another feature. */
    Optional<Cared> find(String subject);

    /**
     * A record and who cares about it.
     *
     * @param userId the person who began it
     * @param page path of its page
     */
    record Cared(String userId, String page) {}
}
