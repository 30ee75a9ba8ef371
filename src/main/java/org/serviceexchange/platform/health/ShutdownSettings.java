package org.serviceexchange.platform.health;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the instance stops.
 *
 * @param notice for how long it still answers everything after it was told to stop, while its readiness says that it should not be asked
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.shutdown", ignoreUnknownFields = false)
record ShutdownSettings(@DefaultValue("0s") Duration notice) {

    private static final Duration LONGEST = Duration.ofMinutes(5);

    @AssertTrue(message = "notice must be between 0 seconds and 5 minutes")
    boolean isNoticeBounded() {
        return !notice.isNegative() && notice.compareTo(LONGEST) <= 0;
    }
}
