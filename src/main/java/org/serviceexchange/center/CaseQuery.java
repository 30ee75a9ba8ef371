package org.serviceexchange.center;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which cases to list, in which order, and from where on.
 *
 * @param contact user name of the only contact whose cases are listed; none: everybody's
 * @param group only these; none: all
 * @param state name of the only state to list; none, or unknown: all
 * @param text must occur in number, company or provider name, URL or the contact's name; may be empty
 * @param from where the page begins; none: at the start
 * @param limit cases on a page
 */
public record CaseQuery(
        @Nullable String contact,
        @Nullable Group group,
        @Nullable String state,
        String text,
        Order order,
        @Nullable Position from,
        int limit) {

    /** Links that expire within this time expire soon. */
    public static final Duration SOON = Duration.ofDays(3);

    /** The cases that are counted at the top of the list. */
    public enum Group {
        US,
        THEM,
        FAILED,
        EXPIRING
    }

    /** In which order cases are listed; ties go by number. */
    public enum Order {
        NEWEST,
        /** Longest waiting first, ended ones last. */
        WAITING,
        NAME,
        /** Next link to expire first, those without one last. */
        EXPIRY
    }

    /**
     * A place between two cases in an order.
     *
     * @param mark as a page gave it; one that no page gave is the start
     * @param back whether the page ends there
     */
    public record Position(String mark, boolean back) {}
}
