package org.serviceexchange.platform.mail;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How e-mails of this instance look to those who get them. */
public interface MailIdentity {

    /** The configured sender; null for no-reply at the host of the base URL. */
    @Nullable
    String mailFrom();

    /** Language of e-mails to people of whom no language is known. */
    Locale mailLanguage();
}
