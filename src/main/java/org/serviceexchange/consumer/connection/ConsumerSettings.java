package org.serviceexchange.consumer.connection;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Settings of this instance as a consumer.
 *
 * @param recheckInterval time between two checks of the prerequisites while one of them fails
 * @param waitForPerson how long a connection waits for the person after the link was opened
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.consumer", ignoreUnknownFields = false)
public record ConsumerSettings(
        @DefaultValue("30s") @DurationMin(seconds = 1, message = "must be at least one second, such as 30s")
        Duration recheckInterval,

        @DefaultValue("14d") @DurationMin(minutes = 1, message = "must be at least one minute, such as 14d")
        Duration waitForPerson) {}
