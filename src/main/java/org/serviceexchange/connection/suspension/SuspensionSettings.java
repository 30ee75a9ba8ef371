package org.serviceexchange.connection.suspension;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long connections may rest.
 *
 * @param length of a suspension whose end nobody named
 * @param longest how far in the future a suspension or maintenance may end
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.suspension", ignoreUnknownFields = false)
public record SuspensionSettings(
        @DefaultValue("7d") Duration length,
        @DefaultValue("90d") Duration longest) {

    @AssertTrue(message = "longest must be between 1 hour and 365 days")
    boolean isLongestBounded() {
        return longest.toHours() >= 1 && longest.toDays() <= 365;
    }

    @AssertTrue(message = "length must be between 1 minute and longest")
    boolean isLengthBounded() {
        return length.toMinutes() >= 1 && length.compareTo(longest) <= 0;
    }
}
