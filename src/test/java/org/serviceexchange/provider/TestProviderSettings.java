package org.serviceexchange.provider;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.provider.registration.ProviderSettings;

/** The settings of a valid provider. */
public final class TestProviderSettings {

    private TestProviderSettings() {}

    /** As the documentation says that they are by default. */
    public static ProviderSettings valid() {
        return new ProviderSettings(
                Duration.ofDays(14),
                Duration.ofMinutes(1),
                Duration.ofDays(7),
                Duration.ofDays(14),
                List.of(Duration.ofDays(3), Duration.ofDays(7)),
                Duration.ofDays(2),
                null,
                Locale.ENGLISH);
    }
}
