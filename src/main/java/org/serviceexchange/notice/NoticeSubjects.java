package org.serviceexchange.notice;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;

/** The records of one feature, about which notices are sent; each feature declares its own bean. */
public interface NoticeSubjects {

    /** Who cares about a record; empty if it belongs to another feature. */
    Optional<Cared> find(String subject);

    /**
     * Who cares about a record, whichever feature has it; also empty if the record cannot be read, as one that was altered: its
     * page says so, and notices of the others go on.
     */
    static Optional<Cared> find(List<NoticeSubjects> features, String subject) {
        try {
            return features.stream()
                    .map(known -> known.find(subject))
                    .flatMap(Optional::stream)
                    .findFirst();
        } catch (Problem unreadable) {
            return Optional.empty();
        }
    }

    /**
     * A record and who cares about it.
     *
     * @param userId the person who began it
     * @param page path of its page
     */
    record Cared(String userId, String page) {}
}
