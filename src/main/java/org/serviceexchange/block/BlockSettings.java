package org.serviceexchange.block;

import jakarta.validation.constraints.AssertTrue;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.mail.MailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What building blocks may do on this instance, whatever a model says.
 *
 * @param mailAddresses e-mail addresses, and domains such as {@code @example.com}, to which a step of a process may write
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.block", ignoreUnknownFields = false)
public record BlockSettings(@DefaultValue List<String> mailAddresses) {

    public BlockSettings {
        mailAddresses = List.copyOf(mailAddresses);
    }

    /** Whether a step may write to this address. */
    boolean mayWriteTo(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return mailAddresses.stream()
                .map(allowed -> allowed.toLowerCase(Locale.ROOT))
                .anyMatch(allowed -> allowed.startsWith("@") ? lower.endsWith(allowed) : lower.equals(allowed));
    }

    @AssertTrue(
            message = "mail-addresses must be e-mail addresses or domains such as @example.com, separated by commas")
    boolean isMailAddressesUsable() {
        return mailAddresses.stream()
                .map(allowed -> allowed.startsWith("@") ? "x" + allowed : allowed)
                .allMatch(MailAddress::isValid);
    }
}
