package org.serviceexchange.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A provider and a consumer as two JVMs that know only each other's URL. */
public record Pair(Instance provider, Instance consumer) implements AutoCloseable {

    /** Starts both at once; the settings apply to the provider. */
    static Pair start(Path folder, String... providerSettings) throws IOException {
        return start(folder, providerSettings, new String[0]);
    }

    /** Starts both at once, each with settings of its own. */
    static Pair start(Path folder, String[] providerSettings, String[] consumerSettings) throws IOException {
        List<Instance> started = new ArrayList<>();
        boolean healthy = false;
        try {
            started.add(Instance.start("provider", folder, providerSettings));
            started.add(Instance.start("consumer", folder, consumerSettings));
            started.forEach(Instance::awaitHealthy);
            healthy = true;
            return new Pair(started.get(0), started.get(1));
        } finally {
            if (!healthy) {
                Instance.closeAll(started);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Instance.closeAll(List.of(provider, consumer));
    }
}
