package org.serviceexchange.protocol.outbound;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;
import org.springframework.util.unit.DataSize;

/** The rule of which addresses may be called, and the settings of calls; each test changes one thing. */
public final class TestCallableAddresses {

    private TestCallableAddresses() {}

    /** Of an instance at {@code https://provider.example.com}. */
    public static CallableAddresses standard() {
        return of(TestInstanceSettings.valid());
    }

    /** Of an instance at {@code https://consumer.example.com}. */
    public static CallableAddresses standardOfConsumer() {
        return of(TestInstanceSettings.at("https://consumer.example.com"));
    }

    /** Of an instance on this machine that is for demonstration. */
    public static CallableAddresses demo() {
        return of(TestInstanceSettings.at("http://localhost:8080", Mode.DEMO));
    }

    /** Of an instance with these settings. */
    public static CallableAddresses of(InstanceSettings instance) {
        return new CallableAddresses(instance, settings(Duration.ofSeconds(5), List.of(), null));
    }

    /** The client of an instance on this machine that is for demonstration. */
    public static OutboundHttp http() {
        return new OutboundHttp(
                settings(Duration.ofSeconds(5), List.of(), null),
                demo(),
                new SimpleMeterRegistry(),
                address -> Optional.empty());
    }

    /** Of an instance that may call these private networks. */
    static CallableAddresses withNetworks(String... networks) {
        return new CallableAddresses(
                TestInstanceSettings.valid(), settings(Duration.ofSeconds(5), List.of(networks), null));
    }

    /** The settings of calls: the patience for a connection and for an answer, three times that for the whole. */
    static OutboundSettings settings(Duration patience, List<String> networks, @Nullable URI proxy) {
        return new OutboundSettings(
                patience, patience, patience.multipliedBy(3), DataSize.ofKilobytes(64), networks, proxy);
    }
}
