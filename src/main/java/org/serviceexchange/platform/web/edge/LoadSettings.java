package org.serviceexchange.platform.web.edge;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much is served at once.
 *
 * @param messagesAtOnce messages of instances and services that are received and answered at once
 * @param formsAtOnce forms and other changing requests of people that are received and answered at once
 * @param healthPort additional port with threads of its own that answers for health, and for metrics with their token
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.load", ignoreUnknownFields = false)
record LoadSettings(
        @DefaultValue("60") @Min(value = 1, message = "1 or more")
        int messagesAtOnce,

        @DefaultValue("60") @Min(value = 1, message = "1 or more")
        int formsAtOnce,

        @Nullable @Min(value = 1, message = "between 1 and 65535") @Max(value = 65_535, message = "between 1 and 65535")
        Integer healthPort) {}
