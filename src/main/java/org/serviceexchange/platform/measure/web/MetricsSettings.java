package org.serviceexchange.platform.measure.web;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.access.ConstantTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * Who may read metrics for Prometheus.
 *
 * @param token what a scraper sends as bearer token, too long to be guessed; if it is not set, nobody may
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.metrics", ignoreUnknownFields = false)
record MetricsSettings(
        @Nullable @Size(min = 32, message = "32 characters or more")
        String token) {

    private static final String BEARER = "Bearer ";

    boolean on() {
        return token != null;
    }

    /** Whether a header Authorization carries the token. */
    boolean admits(@Nullable String authorization) {
        return token != null
                && authorization != null
                && authorization.startsWith(BEARER)
                && ConstantTime.same(authorization.substring(BEARER.length()), token);
    }

    @Override
    public String toString() {
        return "MetricsSettings[on=" + on() + "]";
    }
}
