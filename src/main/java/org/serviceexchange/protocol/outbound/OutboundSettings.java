package org.serviceexchange.protocol.outbound;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
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
 * @param privateNetworks private networks whose addresses may be called, as CIDR blocks
 * @param proxy through which peers are called, such as {@code http://proxy.example.com:3128}
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
        DataSize maxBody,

        @DefaultValue List<String> privateNetworks,
        @Nullable URI proxy) {

    public OutboundSettings {
        privateNetworks = List.copyOf(privateNetworks);
    }

    @AssertTrue(message = "connect-timeout, answer-timeout and deadline must be between 1 ms and 5 minutes")
    boolean isPatienceBounded() {
        return bounded(connectTimeout) && bounded(answerTimeout) && bounded(deadline);
    }

    @AssertTrue(message = "max-body must be between 1 KB and 1 MB")
    boolean isBodyBounded() {
        return maxBody.toBytes() >= 1024 && maxBody.toBytes() <= 1024 * 1024;
    }

    @AssertTrue(
            message = "private-networks must be blocks within 10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10"
                    + " or fc00::/7, such as 10.20.0.0/16")
    boolean isEveryNetworkPrivate() {
        return privateNetworks.stream().allMatch(CidrBlock::isPrivate);
    }

    @AssertTrue(message = "proxy must be http:// or https://, a host and a port, such as http://proxy.example.com:3128")
    boolean isProxyUsable() {
        return proxy == null
                || (("http".equals(proxy.getScheme()) || "https".equals(proxy.getScheme()))
                        && proxy.getHost() != null
                        && proxy.getPort() > 0
                        && proxy.getPort() <= 65535
                        && proxy.getRawUserInfo() == null
                        && proxy.getRawPath().replace("/", "").isEmpty()
                        && proxy.getRawQuery() == null);
    }

    /** The private networks that may be called. */
    List<CidrBlock> networks() {
        return privateNetworks.stream().map(CidrBlock::of).toList();
    }

    private static boolean bounded(Duration duration) {
        return duration.compareTo(Duration.ofMillis(1)) >= 0 && duration.compareTo(Duration.ofMinutes(5)) <= 0;
    }
}
