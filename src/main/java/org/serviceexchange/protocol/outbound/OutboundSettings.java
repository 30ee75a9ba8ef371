package org.serviceexchange.protocol.outbound;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Time and size limits of calls to peers.
 *
 * @param connectTimeout how long establishing a connection may take
 * @param answerTimeout how long a peer may send nothing
 * @param deadline how long a whole call may take
 * @param maxBody how much of a response is read at most
 */
@Validated
@ConfigurationProperties(prefix = "service-exchange.outbound", ignoreUnknownFields = false)
public record OutboundSettings(
        @NotNull(message = "it is not set") @DefaultValue("3s")
        Duration connectTimeout,

        @NotNull(message = "it is not set") @DefaultValue("5s")
        Duration answerTimeout,

        @NotNull(message = "it is not set") @DefaultValue("15s")
        Duration deadline,

        @NotNull(message = "it is not set") @DefaultValue("64KB")
        DataSize maxBody) {

    @AssertTrue(message = "connect-timeout, answer-timeout and deadline must be between 1 ms and 5 minutes")
    boolean isPatienceBounded() {
        return bounded(connectTimeout) && bounded(answerTimeout) && bounded(deadline);
    }

    @AssertTrue(message = "max-body must be between 1 KB and 1 MB")
    boolean isBodyBounded() {
        return maxBody.toBytes() >= 1024 && maxBody.toBytes() <= 1024 * 1024;
    }

    private static boolean bounded(Duration duration) {
        return duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofMinutes(5)) <= 0;
    }
}
