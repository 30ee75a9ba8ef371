package org.serviceexchange.platform.mail;

import java.time.Duration;
import org.serviceexchange.platform.mail.ReturnedMailSettings.Security;

/** Settings of a mailbox for returned e-mails. */
public final class TestReturnedMail {

    static final String USER = "returned";
    static final String PASSWORD = "returned-password-1";

    private TestReturnedMail() {}

    public static ReturnedMailSettings off() {
        return new ReturnedMailSettings(null, null, Security.TLS, null, null, "INBOX", Duration.ofMinutes(5));
    }

    /** On this machine, without encryption. */
    public static ReturnedMailSettings at(int port) {
        return new ReturnedMailSettings(
                "localhost", port, Security.NONE, USER, PASSWORD, "INBOX", Duration.ofMinutes(5));
    }
}
