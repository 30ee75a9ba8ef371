package org.serviceexchange.notice;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import java.util.List;
import org.serviceexchange.platform.mail.MailAddress;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who gets notices besides those who began a registration or connection.
 *
 * @param addresses e-mail addresses that get all notices, such as that of a team
 * @param silentAfter for how long the other side of a connection must not have answered until admins are told
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.notice", ignoreUnknownFields = false)
public record NoticeSettings(
        @DefaultValue List<String> addresses,
        @DefaultValue("1d") Duration silentAfter) {

    public NoticeSettings {
        addresses = List.copyOf(addresses);
    }

    @AssertTrue(message = "addresses must be e-mail addresses, separated by commas")
    boolean isAddressesUsable() {
        return addresses.stream().allMatch(MailAddress::isValid);
    }

    @AssertTrue(message = "silent-after must be between one minute and one year, such as 1d")
    boolean isSilentAfterUsable() {
        return silentAfter.toSeconds() >= 60 && silentAfter.compareTo(Duration.ofDays(366)) <= 0;
    }
}
