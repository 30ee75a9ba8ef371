package org.serviceexchange.api.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.api.ApiToken;
import org.serviceexchange.api.ApiTokens;
import org.serviceexchange.api.IdempotencyRecord;
import org.serviceexchange.api.IdempotencyRecords.BegunRequest;
import org.serviceexchange.api.Scope;
import org.serviceexchange.api.ServiceUser;
import org.serviceexchange.platform.store.TestTables;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Every SQL statement of tokens and idempotency records, on H2 and on PostgreSQL. */
class ApiTablesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final IdempotencyRecord ANSWER = new IdempotencyRecord(201, "/there", "\"tag\"", "{}");

    static List<DataSource> databases() {
        return BothDatabases.named("api");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsATokenUntilItIsRevoked(DataSource database) {
        JdbcApiTokens tokens = new JdbcApiTokens(empty(database), TestTables.empty(database));
        ApiToken first = token("TOK0001001", "admin", NOW);
        tokens.add(first, "hash", "proof");
        tokens.add(token("TOK0001002", "other", NOW.plusSeconds(1)), "hash2", "proof2");
        assertThat(tokens.all()).extracting(ApiToken::number).containsExactly("TOK0001002", "TOK0001001");
        assertThat(tokens.find("TOK0001001")).hasValue(first);
        assertThat(tokens.ofHash("hash")).hasValue(new ApiTokens.Proved(first, "proof"));
        assertThat(tokens.responsibleFor(new ServiceUser("crm"))).hasValue("other");
        assertThat(tokens.responsibleFor(new ServiceUser("erp"))).isEmpty();

        tokens.used("TOK0001001", NOW.plusSeconds(5));
        assertThat(tokens.find("TOK0001001")).map(ApiToken::lastUsedAt).hasValue(NOW.plusSeconds(5));
        assertThat(tokens.revoke("TOK0001001", "admin", NOW.plusSeconds(6))).isTrue();
        assertThat(tokens.revoke("TOK0001001", "admin", NOW.plusSeconds(7))).isFalse();
        assertThat(tokens.ofHash("hash")).isEmpty();
        assertThat(tokens.find("TOK0001001")).map(ApiToken::revokedAt).hasValue(NOW.plusSeconds(6));
    }

    @ParameterizedTest
    @MethodSource("databases")
    void keepsAnAnswerUntilItIsPurged(DataSource database) {
        JdbcIdempotencyRecords records = new JdbcIdempotencyRecords(empty(database));
        BegunRequest begun = new BegunRequest("request", "attempt", NOW, null);
        assertThat(records.find("key")).isEmpty();
        assertThat(records.begin("key", begun)).isTrue();
        assertThat(records.find("key")).hasValue(begun);
        assertThat(records.complete("key", "other", ANSWER)).isFalse();
        assertThat(records.complete("key", "attempt", ANSWER)).isTrue();
        records.forget("key", "attempt");
        assertThat(records.find("key")).hasValue(new BegunRequest("request", "attempt", NOW, ANSWER));

        BegunRequest later = new BegunRequest("later", "second", NOW.plus(Duration.ofDays(1)), null);
        assertThat(records.takeOver("key", "none", later)).isFalse();
        assertThat(records.takeOver("key", "attempt", later)).isTrue();
        assertThat(records.find("key")).hasValue(later);
        records.forget("key", "second");
        assertThat(records.find("key")).isEmpty();

        records.begin("key", begun);
        assertThat(records.purge(NOW)).isZero();
        assertThat(records.purge(NOW.plusSeconds(1))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void letsOneOfManyBegin(DataSource database) throws Exception {
        JdbcIdempotencyRecords records = new JdbcIdempotencyRecords(empty(database));
        var threads = Executors.newFixedThreadPool(8);
        try {
            var begun = threads.invokeAll(IntStream.range(0, 8)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> records.begin("key", new BegunRequest("request", "attempt" + i, NOW, null)))
                    .toList());
            int first = 0;
            for (var one : begun) {
                first += one.get() ? 1 : 0;
            }
            assertThat(first).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static ApiToken token(String number, String by, Instant at) {
        return new ApiToken(
                number, new ServiceUser("crm"), Scope.WRITE, by, at, at.plus(Duration.ofDays(9)), null, null);
    }

    private static JdbcClient empty(DataSource database) {
        new ResourceDatabasePopulator(
                        new ByteArrayResource("drop table if exists api_token, idempotent_answer, number_range,"
                                .concat(" consumer_registration, provider_connection, company, contact,")
                                .concat(" provider_record cascade")
                                .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                        new ClassPathResource("db/migration/V10__instance.sql"),
                        new ClassPathResource("db/migration/V50__consumer_registration.sql"),
                        new ClassPathResource("db/migration/V60__consumer.sql"),
                        new ClassPathResource("db/migration/V74__api.sql"))
                .execute(database);
        return JdbcClient.create(database);
    }
}
