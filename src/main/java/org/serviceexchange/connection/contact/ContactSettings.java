package org.serviceexchange.connection.contact;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When a person is asked to look after a connection.
 *
 * @param lostAfter how long the other side may be silent
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.contact", ignoreUnknownFields = false)
public record ContactSettings(@DefaultValue("24h") Duration lostAfter) {

    @AssertTrue(message = "lost-after must be between 1 minute and 30 days")
    boolean isBounded() {
        return lostAfter.toMinutes() >= 1 && lostAfter.toDays() <= 30;
    }
}
