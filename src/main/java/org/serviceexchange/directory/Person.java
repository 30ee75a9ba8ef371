package org.serviceexchange.directory;

import org.serviceexchange.platform.mail.MailAddress;
import org.serviceexchange.platform.problem.InputValidation;

/**
 * A person as entered in a form; always valid.
 *
 * @param userId the immutable user name
 * @param mail e-mail address, empty if none
 */
public record Person(String userId, String firstName, String lastName, String mail) {

    private static final int NAME_LENGTH = 100;

    public Person {
        userId = InputValidation.userId(userId);
        firstName = InputValidation.line("firstName", firstName, NAME_LENGTH);
        lastName = InputValidation.line("lastName", lastName, NAME_LENGTH);
        mail = MailAddress.typed(mail);
    }
}
