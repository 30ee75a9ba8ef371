package org.serviceexchange.platform.mail;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Describes why a mail server did not accept an e-mail. */
final class MailFailure {

    private static final int LONGEST = 300;
    private static final Pattern SAID = Pattern.compile("(?:^|response: )([2-5][0-9]{2})\\b");

    private MailFailure() {}

    static Problem of(ProblemCode code, String host, MailException failure) {
        Throwable failed = first(failure);
        String said =
                String.valueOf(NestedExceptionUtils.getMostSpecificCause(failed).getMessage());
        return new Problem(code, host, shortened(said));
    }

    /** What another system said, on one line of limited length. */
    static String shortened(String said) {
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }

    /** Whether the server answered with 4xx, and nothing with 5xx, which is final (RFC 5321, 4.2.1). */
    static boolean mayPass(MailException failure) {
        List<Integer> codes = new ArrayList<>();
        for (Throwable one = first(failure); one != null; one = next(one)) {
            if (one instanceof SMTPSendFailedException refused) {
                codes.add(refused.getReturnCode());
            } else if (one instanceof SMTPAddressFailedException refused) {
                codes.add(refused.getReturnCode());
            } else if (one instanceof SMTPSenderFailedException refused) {
                codes.add(refused.getReturnCode());
            } else if (one instanceof MessagingException) {
                saidCode(one.getMessage()).ifPresent(codes::add);
            }
        }
        return !codes.isEmpty() && codes.stream().allMatch(code -> code >= 400 && code < 500);
    }

    /** The code of an answer to a connection, a greeting or a login, which the library gives in words only. */
    private static Optional<Integer> saidCode(@Nullable String words) {
        Matcher code = SAID.matcher(String.valueOf(words));
        return code.find() ? Optional.of(Integer.valueOf(code.group(1))) : Optional.empty();
    }

    private static Throwable first(MailException failure) {
        return failure instanceof MailSendException several && several.getMessageExceptions().length > 0
                ? several.getMessageExceptions()[0]
                : failure;
    }

    private static @Nullable Throwable next(Throwable one) {
        return one instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : one.getCause();
    }
}
