package org.serviceexchange.center;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Filter, order and start of a list of cases.
 *
 * @param contact user name of the contact whose cases are listed; null for all cases
 * @param company id of the company whose cases are listed; null for all
 * @param group only cases of this group; null for all
 * @param state only cases in the state of this name; null or unknown for all
 * @param text text that must occur in number, company or provider name, URL or the contact's name; may be empty
 * @param from where the page begins; null for the first page
 * @param limit maximum number of cases on the page
 */
public record CaseQuery(
        @Nullable String contact,
        @Nullable String company,
        @Nullable Group group,
        @Nullable String state,
        String text,
        Order order,
        @Nullable Position from,
        int limit) {

    /** A link that expires within this time counts as expiring soon. */
    public static final Duration SOON = Duration.ofDays(3);

    /** Groups of cases that are counted at the top of the list. */
    public enum Group {
        /** The connection lives. */
        LIVE,
        /** The connection lives, but the other side does not answer, or a person has to decide about it. */
        TROUBLED,
        /** It has not ended yet. */
        UNDER_WAY,
        US,
        THEM,
        FAILED,
        /** A step has failed and is not tried again by itself. */
        STOPPED,
        EXPIRING
    }

    /** The order of the list; cases that are equal are ordered by number. */
    public enum Order {
        NEWEST,
        /** Longest waiting first, closed cases last. */
        WAITING,
        NAME,
        /** By the expiry of their link, cases without one last. */
        EXPIRY
    }

    /**
     * A position between two cases of an ordered list.
     *
     * @param cursor text of a cursor; an invalid one is the start of the list
     * @param back whether the page ends, instead of begins, at this position
     */
    public record Position(String cursor, boolean back) {}
}
