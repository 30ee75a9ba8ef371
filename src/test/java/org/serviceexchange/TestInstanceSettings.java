package org.serviceexchange;

import java.net.URI;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;

/** The settings of a valid instance; each test changes one thing. */
public final class TestInstanceSettings {

    /** Where nothing is ever written. */
    private static final Path HOME = Path.of("unused");

    private TestInstanceSettings() {}

    /** Reached by https, neither for demonstration nor in production. */
    public static InstanceSettings valid() {
        return at("https://provider.example.com");
    }

    /** The same at another address, or at none. */
    public static InstanceSettings at(@Nullable String baseUrl) {
        return at(baseUrl, Mode.STANDARD);
    }

    /** The same in another mode. */
    public static InstanceSettings in(Mode mode) {
        return at("https://provider.example.com", mode);
    }

    /** The same at another address and in another mode. */
    public static InstanceSettings at(@Nullable String baseUrl, Mode mode) {
        return new InstanceSettings("test", baseUrl == null ? null : URI.create(baseUrl), HOME, mode, "test", null);
    }
}
