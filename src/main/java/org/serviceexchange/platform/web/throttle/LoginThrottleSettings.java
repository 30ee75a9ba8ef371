package org.serviceexchange.platform.web.throttle;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How failed logins are throttled.
 *
 * @param freeAttempts failed attempts per user name and client address before the first pause
 * @param freeAttemptsPerAddress failed attempts per client address before the first pause, whatever the user names
 * @param longestPause upper limit of the pause between two further attempts; nobody is ever locked out
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.web", ignoreUnknownFields = false)
public record LoginThrottleSettings(
        @DefaultValue("5") @Min(value = 1, message = "1 or more")
        int freeAttempts,

        @DefaultValue("100") @Min(value = 1, message = "1 or more")
        int freeAttemptsPerAddress,

        @DefaultValue("PT1M") @NotNull(message = "it is not set")
        Duration longestPause) {

    @AssertTrue(message = "longest-pause is between one second and one hour")
    boolean isPauseSensible() {
        return longestPause.compareTo(Duration.ofSeconds(1)) >= 0 && longestPause.compareTo(Duration.ofHours(1)) <= 0;
    }
}
