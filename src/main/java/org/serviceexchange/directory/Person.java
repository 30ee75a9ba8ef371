package org.serviceexchange.directory;

import org.serviceexchange.platform.problem.Entry;

/**
 * A person as typed into a form; valid once it exists.
 *
 * @param userId the immutable user name
 * @param mail e-mail address, empty if none
 */
public record Person(String userId, String firstName, String lastName, String mail) {

    private static final int NAME_LENGTH = 100;

    public Person {
        userId = Entry.userId(userId);
        firstName = Entry.line("firstName", firstName, NAME_LENGTH);
        lastName = Entry.line("lastName", lastName, NAME_LENGTH);
        mail = Entry.mail(mail);
    }
}
