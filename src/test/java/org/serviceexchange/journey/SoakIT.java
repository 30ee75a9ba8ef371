package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.serviceexchange.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Onboards many companies in a row between two instances: how many are complete, how long each took, what is left, and how the
 * databases grow. Not part of a build, because it takes minutes: {@code .ci/soak} runs it.
 */
class SoakIT {

    private static final int COUNT = Integer.getInteger("service-exchange.soak.onboardings", 200);
    private static final int PARALLEL = Integer.getInteger("service-exchange.soak.parallel", 4);
    private static final int PARTS = 4;
    private static final int IN_EACH = (COUNT + PARTS - 1) / PARTS;

    /** How much more than in its second quarter a database may grow in its last: it is flat but for blocks and pages. */
    private static final double FLAT = 1.5;

    @Test
    void onH2() throws Exception {
        Path folder = Folders.fresh("soak-h2");
        List<Path> homes = List.of(folder.resolve("provider"), folder.resolve("consumer"));
        try (Pair pair = Pair.start(folder)) {
            soak("H2", pair, sizes(homes));
        }
        // Only what lives is left in a file whose database was closed
        System.out.printf("Closed: %s%n", Sizes.of(sizes(homes)));
        assertNothingIsLeft(homes.stream()
                .map(home -> new DriverManagerDataSource("jdbc:h2:file:" + home.resolve("database"), "sa", ""))
                .toList());
    }

    @Test
    void onPostgres() throws Exception {
        List<DataSource> databases =
                List.of(BothDatabases.postgres("soak_provider"), BothDatabases.postgres("soak_consumer"));
        try (Pair pair = Pair.start(
                Folders.fresh("soak-postgres"),
                OnPostgres.settings(databases.get(0)),
                OnPostgres.settings(databases.get(1)))) {
            List<Sizes> sizes = soak(
                    "PostgreSQL", pair, databases.stream().map(SoakIT::sizeOf).toList());
            int parts = sizes.size();
            assertThat((double) sizes.get(parts - 1).since(sizes.get(parts - 2)))
                    .as("growth in the last quarter")
                    .isLessThan(FLAT * sizes.get(2).since(sizes.get(1)));
        }
        assertNothingIsLeft(databases);
    }

    private static List<Sizes> soak(String name, Pair pair, List<Callable<Long>> bytes) throws Exception {
        Rush rush = new Rush(pair);
        List<Sizes> sizes = new ArrayList<>(List.of(Sizes.of(bytes)));
        List<Duration> times = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        String first = "";
        for (int part = 1; part <= PARTS; part++) {
            Rush.Soaked soaked = rush.soak(IN_EACH, PARALLEL);
            times.addAll(soaked.times());
            failed.addAll(soaked.failed());
            sizes.add(Sizes.of(bytes));
            first = first.isEmpty() ? rush.heap() : first;
        }
        times.sort(null);
        System.out.printf(
                "%s, %d onboardings, %d at a time: %d complete, %d failed; half within %.1f s, 95 %% within %.1f s,"
                        + " longest %.1f s%nDatabases at the beginning and after each quarter: %s%nHeap after GC, first"
                        + " quarter: %s; last: %s%n",
                name,
                PARTS * IN_EACH,
                PARALLEL,
                times.size(),
                failed.size(),
                percentile(times, 50),
                percentile(times, 95),
                percentile(times, 100),
                sizes,
                first,
                rush.heap());
        assertThat(failed).isEmpty();
        assertThat(times).as("times of complete onboardings").hasSize(PARTS * IN_EACH);
        return sizes;
    }

    private static double percentile(List<Duration> sorted, int percent) {
        int place = Math.max(0, sorted.size() * percent / 100 - 1);
        return sorted.isEmpty() ? 0 : sorted.get(place).toMillis() / 1000.0;
    }

    private static void assertNothingIsLeft(List<? extends DataSource> databases) {
        assertThat(databases.stream().flatMap(each -> Residue.in(each).stream()))
                .isEmpty();
    }

    private static List<Callable<Long>> sizes(List<Path> homes) {
        return homes.stream()
                .map(home -> (Callable<Long>) () -> Files.size(home.resolve("database.mv.db")))
                .toList();
    }

    private static Callable<Long> sizeOf(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        return () -> jdbc.sql("select pg_database_size(current_database())")
                .query(Long.class)
                .single();
    }

    /** Bytes of the databases of both sides at one moment. */
    private record Sizes(long provider, long consumer) {

        static Sizes of(List<Callable<Long>> bytes) throws Exception {
            return new Sizes(bytes.get(0).call(), bytes.get(1).call());
        }

        /** What both grew by. */
        long since(Sizes before) {
            return provider + consumer - before.provider - before.consumer;
        }

        @Override
        public String toString() {
            return "%d + %d KB".formatted(provider >> 10, consumer >> 10);
        }
    }
}
