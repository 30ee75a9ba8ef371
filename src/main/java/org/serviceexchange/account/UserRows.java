package org.serviceexchange.account;

import java.util.List;

/** The list of users. */
public interface UserRows {

    /**
     * Users by name, after one of them.
     *
     * @param text part of a user name, of a first or last name, or of an e-mail address; empty for all
     * @param after the last user name of the page before; empty for the first page
     */
    List<Line> find(String text, String after, int limit);

    /** A user as the list shows it. */
    record Line(String userId, String firstName, String lastName, String mail, boolean active, boolean hasPassword) {}
}
