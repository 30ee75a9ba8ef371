package org.serviceexchange.provider.authorization.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.Guarantee;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.provider.authorization.Grant;
import org.serviceexchange.provider.authorization.Grants;
import org.serviceexchange.provider.authorization.UsedAssertions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** What the tables of the authorization server promise, on both databases. */
class JdbcGrantsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant END = NOW.plusSeconds(60);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static List<DataSource> databases;

    private final String id = UUID.randomUUID().toString();

    static synchronized List<DataSource> databases() {
        if (databases == null) {
            databases = BothDatabases.named("grants");
            databases.forEach(database -> new ResourceDatabasePopulator(
                            new ClassPathResource("db/migration/V55__authorization.sql"))
                    .execute(database));
        }
        return databases;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsAGrantByEachOfItsSecrets(DataSource database) {
        Grants grants = grants(database);
        assertThat(grants.save(grant(0, "state"))).isTrue();

        Grant kept = grants.find(id).orElseThrow();
        assertThat(kept).isEqualTo(grant(1, "state"));
        assertThat(grants.find(Grant.Kind.STATE, "state " + id)).contains(kept);
        assertThat(grants.find(Grant.Kind.CODE, "code " + id)).contains(kept);
        assertThat(grants.find(Grant.Kind.TOKEN, "token " + id)).contains(kept);
        assertThat(grants.find(Grant.Kind.CODE, "token " + id)).isEmpty();
        assertThat(grants.find("other")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void removesEverythingOfAClient(DataSource database) {
        Grants grants = grants(database);
        grants.save(grant(0, "state"));
        String client = grants.find(id).orElseThrow().clientId();
        grants.removeOf("another");
        assertThat(grants.find(id)).isPresent();
        grants.removeOf(client);
        assertThat(grants.find(Grant.Kind.TOKEN, "token " + id)).isEmpty();
        assertThat(grants.find(id)).isEmpty();
    }

    @Guarantee(of = Grants.class, says = "An older version never overwrites a newer one.")
    @ParameterizedTest
    @MethodSource("databases")
    void savesOneOfTwoChangesOfTheSameVersion(DataSource database) {
        Grants grants = grants(database);
        grants.save(grant(0, "first"));

        assertThat(grants.save(grant(1, "second"))).isTrue();
        assertThat(grants.save(grant(1, "third"))).isFalse();
        assertThat(grants.save(grant(3, "third"))).isFalse();
        assertThat(grants.find(id)).contains(grant(2, "second"));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void removesWhatIsOver(DataSource database) {
        Grants grants = grants(database);
        grants.purge(END.plusMillis(1));
        grants.save(grant(0, "state"));

        grants.purge(END);
        assertThat(grants.find(id)).isPresent();
        assertThat(grants.purge(END.plusMillis(1))).isEqualTo(1);
        assertThat(grants.find(id)).isEmpty();

        grants.save(grant(0, "state"));
        grants.remove(id);
        assertThat(grants.find(id)).isEmpty();
    }

    @Guarantee(
            of = UsedAssertions.class,
            says = "Of two presentations of the same assertion, one is refused, also at the same moment.")
    @ParameterizedTest
    @MethodSource("databases")
    void takesAnAssertionOnceOutOfMany(DataSource database) throws Exception {
        UsedAssertions used = used(database);
        List<Callable<Boolean>> presentations = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(one -> () -> used.remember(id, END))
                .toList();
        var pool = Executors.newFixedThreadPool(4);
        List<Boolean> taken = new ArrayList<>();
        try {
            for (Future<Boolean> one : pool.invokeAll(presentations)) {
                taken.add(one.get());
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(taken).filteredOn(first -> first).hasSize(1);
        assertThat(used.remember("other " + id, END)).isTrue();
    }

    @Guarantee(
            of = UsedAssertions.class,
            says = "An assertion is forgotten only after the moment it was remembered for.")
    @ParameterizedTest
    @MethodSource("databases")
    void forgetsAnAssertionAfterItsEndOnly(DataSource database) {
        UsedAssertions used = used(database);
        used.purge(END.plusSeconds(1));
        used.remember(id, END);

        assertThat(used.purge(END)).isZero();
        assertThat(used.remember(id, END)).isFalse();
        assertThat(used.purge(END.plusMillis(1))).isEqualTo(1);
        assertThat(used.remember(id, END)).isTrue();
    }

    private Grant grant(long version, String state) {
        return new Grant(
                id,
                "client",
                "carla",
                7,
                new Grant.Request(
                        "https://consumer.example.com/connect/callback", "state", Set.of("key-exchange"), "c"),
                state + " " + id,
                new Grant.Secret("code " + id, NOW, END, false),
                new Grant.Secret("token " + id, NOW, END, true),
                END,
                version);
    }

    private static Grants grants(DataSource database) {
        return new JdbcGrants(JdbcClient.create(database), new Unsealed(), JSON);
    }

    private static UsedAssertions used(DataSource database) {
        return new JdbcUsedAssertions(JdbcClient.create(database));
    }

    /** Leaves bytes as they are: what is sealed, and how, is not the matter of these tests. */
    private static final class Unsealed implements Sealing {

        @Override
        public byte[] seal(String purpose, String id, byte[] value) {
            return value;
        }

        @Override
        public byte[] open(String purpose, String id, byte[] sealed) {
            return sealed;
        }
    }
}
