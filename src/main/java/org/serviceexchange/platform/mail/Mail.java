package org.serviceexchange.platform.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to be written from the templates {@code templates/mail/<template>.txt} and {@code .html}.
 *
 * @param replyTo who gets the answers; empty for the sender
 * @param language language of the e-mail; null for the default
 * @param subject message key of the subject, with its arguments
 * @param content what the templates show, under the name of the template
 */
public record Mail(
        String to, String replyTo, @Nullable Locale language, Subject subject, String template, Object content) {

    /** The subject's message key and arguments. */
    public record Subject(String key, Object... arguments) {}

    @Override
    public String toString() {
        return "Mail[" + template + "]";
    }
}
