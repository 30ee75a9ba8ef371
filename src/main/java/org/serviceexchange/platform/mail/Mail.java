package org.serviceexchange.platform.mail;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * An e-mail to be written from the templates {@code templates/mail/<template>.txt} and {@code .html}.
 *
 * @param id the unguessable part of its Message-ID
 * @param replyTo who gets the answers; empty for the sender
 * @param language language of the e-mail; null for the default
 * @param content what the templates show, under the name of the template
 */
public record Mail(
        UUID id,
        String to,
        String replyTo,
        @Nullable Locale language,
        LocalizedMessage subject,
        String template,
        Object content) {

    public Mail(
            String to,
            String replyTo,
            @Nullable Locale language,
            LocalizedMessage subject,
            String template,
            Object content) {
        this(UUID.randomUUID(), to, replyTo, language, subject, template, content);
    }

    @Override
    public String toString() {
        return "Mail[" + template + "]";
    }
}
