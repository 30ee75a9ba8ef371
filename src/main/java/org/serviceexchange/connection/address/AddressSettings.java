package org.serviceexchange.connection.address;

import jakarta.validation.constraints.AssertTrue;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What becomes of an address after a change.
 *
 * @param formerFor how long a former address is still answered at, if it is this instance's own, and still tried when the new one
 *     does not answer, if it is a peer's
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.address", ignoreUnknownFields = false)
public record AddressSettings(@DefaultValue("7d") Duration formerFor) {

    private static final Duration LONGEST = Duration.ofDays(90);

    @AssertTrue(message = "former-for must be between 0 and 90 days")
    boolean isBounded() {
        return !formerFor.isNegative() && formerFor.compareTo(LONGEST) <= 0;
    }
}
