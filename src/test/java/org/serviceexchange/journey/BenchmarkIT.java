package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.serviceexchange.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What an onboarding costs, compared with the bare engine on the same models. Not part of a build, because its figures need an
 * idle machine: {@code .ci/benchmark} runs it.
 */
class BenchmarkIT {

    private static final int COUNT = Integer.getInteger("service-exchange.benchmark.count", 24);
    private static final int ROUNDS = Integer.getInteger("service-exchange.benchmark.rounds", 3);
    private static final int[] PARALLEL = {1, 4, 8};

    /** The bare engine is so much faster that it needs more of them for a time that can be measured. */
    private static final int BARE_COUNT = 5 * COUNT;

    /** Lowest accepted share of the bare engine's speed, and highest accepted statements of one side, four at a time. */
    private static final double SHARE = 0.15;

    private static final double STATEMENTS = 400;

    @Test
    void onH2() throws Exception {
        Path folder = Folders.fresh("benchmark-h2");
        var medians = measure(
                "H2",
                folder,
                List.of(List.of(), List.of()),
                List.of(List.of(), List.of()),
                () -> Files.size(folder.resolve(Path.of("provider", "database.mv.db"))));
        assertThat(medians.share()).as("share of the bare engine's speed").isGreaterThanOrEqualTo(SHARE);
        assertThat(medians.costs().get(0)).as("statements of the provider").isLessThanOrEqualTo(STATEMENTS);
        assertThat(medians.costs().get(4)).as("statements of the consumer").isLessThanOrEqualTo(STATEMENTS);
    }

    @Test
    void onPostgres() throws Exception {
        Path folder = Folders.fresh("benchmark-postgres");
        DataSource provider = BothDatabases.postgres("benchmark_provider");
        var medians = measure(
                "PostgreSQL",
                folder,
                List.of(List.of(OnPostgres.settings(provider)), postgres("benchmark_consumer")),
                List.of(postgres("bare_provider"), postgres("bare_consumer")),
                () -> JdbcClient.create(provider)
                        .sql("select pg_database_size(current_database())")
                        .query(Long.class)
                        .single());
        assertThat(medians.share()).as("share of the bare engine's speed").isGreaterThanOrEqualTo(SHARE);
    }

    private static Medians measure(
            String name,
            Path folder,
            List<List<String>> settings,
            List<List<String>> bareSettings,
            Callable<Long> bytesOfProvider)
            throws Exception {
        var rounds = new TreeMap<Integer, List<Round>>();
        StringBuilder text = new StringBuilder();
        long begin = System.nanoTime();
        try (Pair pair = Pair.start(
                folder, settings.get(0).toArray(String[]::new), settings.get(1).toArray(String[]::new))) {
            text.append("Ready after: pair %.1f s".formatted((System.nanoTime() - begin) / 1e9));
            Rush rush = new Rush(pair);
            begin = System.nanoTime();
            try (BarePair bare = BarePair.start(folder.resolve("bare"), bareSettings)) {
                text.append(", bare pair %.1f s%n".formatted((System.nanoTime() - begin) / 1e9));
                rush.run(COUNT, PARALLEL[1]);
                bare.run(BARE_COUNT, PARALLEL[1]);
                for (int round = 0; round < ROUNDS; round++) {
                    for (int parallel : PARALLEL) {
                        rounds.computeIfAbsent(parallel, key -> new ArrayList<>())
                                .add(new Round(rush.run(COUNT, parallel), bare.run(BARE_COUNT, parallel)));
                    }
                }
            }
            text.append("Heap after GC: %s%n".formatted(rush.heap()));
            text.append("Database of the provider: %d KB after %d onboardings%n"
                    .formatted(bytesOfProvider.call() >> 10, rush.done()));
        }
        rounds.forEach((parallel, measured) -> text.append(Medians.of(measured).row(parallel)));
        System.out.printf(
                "%nOn %s, medians of %d rounds of %d onboardings%n%s%n%s%n", name, ROUNDS, COUNT, Medians.HEAD, text);
        return Medians.of(rounds.get(PARALLEL[1]));
    }

    private static List<String> postgres(String database) {
        return List.of(OnPostgres.settings(BothDatabases.postgres(database)));
    }

    private record Round(Rush.Spent spent, BarePair.Spent bare) {
        private double bareSpeed() {
            return BARE_COUNT / (bare.nanos() / 1e9);
        }
    }

    private record Medians(double speed, double bareSpeed, double share, double bareCpu, List<Double> costs) {

        private static final String HEAD = "at a time; onboardings/s, bare engine, share; CPU s of the bare pair;"
                + " provider's and consumer's statements, transactions, CPU s, bytes";

        private static Medians of(List<Round> rounds) {
            return new Medians(
                    median(rounds.stream().map(round -> round.spent.perSecond()).toList()),
                    median(rounds.stream().map(Round::bareSpeed).toList()),
                    median(rounds.stream()
                            .map(round -> round.spent.perSecond() / round.bareSpeed())
                            .toList()),
                    median(rounds.stream()
                            .map(round -> round.bare.cpuNanos() / 1e9 / BARE_COUNT)
                            .toList()),
                    IntStream.range(0, rounds.get(0).spent.costs().size())
                            .mapToObj(i -> median(rounds.stream()
                                    .map(round -> round.spent.costs().get(i))
                                    .toList()))
                            .toList());
        }

        private String row(int parallel) {
            StringBuilder row = new StringBuilder(
                    "%d; %.2f, %.2f, %.2f; %.3f;".formatted(parallel, speed, bareSpeed, share, bareCpu));
            costs.forEach(cost -> row.append(" %.2f".formatted(cost)));
            return row.append('\n').toString();
        }

        private static double median(List<Double> values) {
            return values.stream().sorted().toList().get(values.size() / 2);
        }
    }
}
