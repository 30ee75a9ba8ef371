package org.serviceexchange.provider.invitation.mail;

import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Describes why a mail server did not accept an e-mail. */
final class Reason {

    private static final int LONGEST = 300;

    private Reason() {}

    static Problem of(String host, MailException failure) {
        Throwable failed = failure instanceof MailSendException several && several.getMessageExceptions().length > 0
                ? several.getMessageExceptions()[0]
                : failure;
        String said = String.valueOf(
                        NestedExceptionUtils.getMostSpecificCause(failed).getMessage())
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        String words = said.length() > LONGEST ? said.substring(0, LONGEST) : said;
        return new Problem(ProblemCode.MAIL_NOT_TAKEN, host, words);
    }
}
