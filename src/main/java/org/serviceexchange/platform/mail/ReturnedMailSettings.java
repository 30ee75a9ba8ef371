package org.serviceexchange.platform.mail;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The mailbox of the sender of e-mails, into which mail servers return what they could not deliver.
 *
 * @param host IMAP server; null if nobody reads that mailbox
 * @param port port of the server; null for the usual one
 * @param security how the connection to the server is protected
 * @param folder the folder in which returned e-mails arrive
 * @param interval time between two looks into the mailbox
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.returned-mail", ignoreUnknownFields = false)
public record ReturnedMailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @DefaultValue("TLS") Security security,
        @Nullable String username,
        @Nullable String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("5m") Duration interval) {

    private static final int HIGHEST_PORT = 65_535;
    private static final int USUAL_TLS_PORT = 993;
    private static final int USUAL_PORT = 143;
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

    /** How the connection is protected. */
    public enum Security {
        /** TLS from the first byte. */
        TLS,
        /** TLS after the greeting; without it nothing is said. */
        STARTTLS,
        /** No encryption; only for a server on this machine. */
        NONE
    }

    /** Whether the mailbox is read. */
    public boolean on() {
        return host != null && !host.isBlank();
    }

    /** The name that the mail library has for it. */
    String protocol() {
        return security == Security.TLS ? "imaps" : "imap";
    }

    int usedPort() {
        return Objects.requireNonNullElse(port, security == Security.TLS ? USUAL_TLS_PORT : USUAL_PORT);
    }

    @AssertTrue(message = "username and password must be set when host is")
    boolean isComplete() {
        return !on() || Stream.of(username, password).allMatch(text -> text != null && !text.isBlank());
    }

    @AssertTrue(message = "security NONE is possible only with a mail server on this machine, such as localhost")
    boolean isProtected() {
        return !on() || security != Security.NONE || THIS_MACHINE.contains(host);
    }

    @AssertTrue(message = "port must be between 1 and 65535")
    boolean isPortUsable() {
        return port == null || (port >= 1 && port <= HIGHEST_PORT);
    }

    @AssertTrue(message = "interval must be between one minute and one day, such as 5m")
    boolean isIntervalUsable() {
        return interval.compareTo(Duration.ofMinutes(1)) >= 0 && interval.compareTo(Duration.ofDays(1)) <= 0;
    }

    @Override
    public String toString() {
        return "ReturnedMailSettings[host=" + host + ", security=" + security + ", folder=" + folder + "]";
    }
}
