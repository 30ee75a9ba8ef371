package org.serviceexchange.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** A provider and a consumer as two JVMs that know only each other's URL. */
public record Pair(Instance provider, Instance consumer) implements AutoCloseable {

    /** Starts both at once; the settings apply to the provider. */
    static Pair start(Path folder, String... providerSettings) throws IOException {
        return start(folder, providerSettings, new String[0]);
    }

    /** Starts both at once, each with settings of its own. */
    static Pair start(Path folder, String[] providerSettings, String[] consumerSettings) throws IOException {
        Instance provider = Instance.start("provider", folder, providerSettings);
        Instance consumer = Instance.start("consumer", folder, consumerSettings);
        Pair pair = new Pair(provider, consumer);
        try {
            provider.awaitHealthy();
            consumer.awaitHealthy();
            return pair;
        } catch (RuntimeException | AssertionError e) {
            pair.close();
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        for (Instance instance : Arrays.asList(provider, consumer)) {
            instance.close();
        }
    }
}
