package org.serviceexchange.demo;

import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * Which demo data an instance gets.
 *
 * @param side which side of the demonstration this instance is
 */
@Profile("demo")
@Validated
@ConfigurationProperties(prefix = "service-exchange.demo", ignoreUnknownFields = false)
record DemoSettings(
        @NotNull(message = "PROVIDER or CONSUMER") DemoSide side) {}
