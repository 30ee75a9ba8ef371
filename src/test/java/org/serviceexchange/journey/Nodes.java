package org.serviceexchange.journey;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two nodes of the provider and two of the consumer, on PostgreSQL, each pair behind a proxy that changes the node at every
 * request. All four start at once on nothing.
 */
record Nodes(Pair pair, List<Instance> providers, List<Instance> consumers, List<DataSource> databases)
        implements AutoCloseable {

    /** Starts them from a jar, or from the packaged one if there is none. */
    static Nodes start(String name, @Nullable Path jar) throws IOException, InterruptedException {
        Path one = Folders.fresh(name + "-one");
        Path two = Folders.fresh(name + "-two");
        DataSource atProvider = BothDatabases.postgres(name + "_provider");
        DataSource atConsumer = BothDatabases.postgres(name + "_consumer");
        List<Instance> providers = new ArrayList<>();
        List<Instance> consumers = new ArrayList<>();
        boolean healthy = false;
        try {
            providers.add(Instance.startFrom(jar, "provider", one, settings(atProvider, one.resolve("provider"))));
            consumers.add(Instance.startFrom(jar, "consumer", one, settings(atConsumer, one.resolve("consumer"))));
            providers.add(providers.get(0).anotherNode(two));
            consumers.add(consumers.get(0).anotherNode(two));
            Nodes nodes = new Nodes(
                    new Pair(providers.get(0), consumers.get(0)),
                    List.copyOf(providers),
                    List.copyOf(consumers),
                    List.of(atProvider, atConsumer));
            nodes.awaitHealthy();
            healthy = true;
            return nodes;
        } finally {
            if (!healthy) {
                Instance.closeAll(providers);
                Instance.closeAll(consumers);
            }
        }
    }

    /** A node of one side after a node of the other. */
    List<Instance> byTurns() {
        return List.of(providers.get(0), consumers.get(0), providers.get(1), consumers.get(1));
    }

    void awaitHealthy() {
        byTurns().forEach(Instance::awaitHealthy);
    }

    /** Waits until no step failed for good, and none is locked by a node that is gone. */
    void awaitNothingStuck() {
        for (DataSource database : databases) {
            JdbcClient jdbc = JdbcClient.create(database);
            Await.until(
                    "no step failed or stays locked",
                    () -> jdbc.sql("select count(*) from act_ru_job where retries_ = 0 or lock_exp_time_ < now()")
                                    .query(Integer.class)
                                    .single()
                            == 0);
        }
    }

    @Override
    public void close() throws IOException {
        Instance.closeAll(byTurns());
    }

    /** All nodes of an instance need one key store; what a killed one had begun the other takes up soon. */
    private static String[] settings(DataSource database, Path shared) {
        return Stream.concat(
                        Arrays.stream(OnPostgres.settings(database)),
                        Stream.of(
                                "--service-exchange.kmf.key-store=" + shared.resolve("key-store.bcfks"),
                                "--service-exchange.kmf.passphrase=the passphrase of all nodes",
                                "--camunda.bpm.job-execution.lock-time-in-millis=3000"))
                .toArray(String[]::new);
    }
}
