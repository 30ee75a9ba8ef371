package org.serviceexchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.api.IssueToken.Issued;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.TestNumbers;
import org.springframework.transaction.support.TransactionOperations;

/** The life cycle of tokens and idempotency records, in memory and with a movable clock. */
class TokensAndIdempotencyTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final IdempotencyRecord ANSWER = new IdempotencyRecord(201, "/somewhere", "\"tag\"", "{}");

    private final MovableTime clock = new MovableTime(NOW);
    private final KeyedHash hash = (purpose, value) -> purpose + ":" + value.hashCode();
    private final MemoryTokens tokens = new MemoryTokens();
    private final MemoryRecords records = new MemoryRecords();
    private final IssueToken issueToken =
            new IssueToken(tokens, new TestNumbers(prefix -> prefix + "0001001"), new RandomSecrets(), hash, clock);
    private final Users directory = mock();
    private final AuthenticateService authenticate = new AuthenticateService(tokens, directory, hash, clock);
    private final Idempotency idempotency =
            new Idempotency(records, hash, new RandomSecrets(), TransactionOperations.withoutTransaction(), clock);
    private final AtomicInteger worked = new AtomicInteger();

    private Issued issued;

    @BeforeEach
    void aToken() {
        issued = issueToken.issue(ServiceUser.named("CRM"), Scope.READ, 30, "admin");
        issuerHas(Role.ADMIN);
    }

    @Test
    void worksFromTheFirstToTheLastSecondOfItsLife() {
        ApiToken token = authenticate.authenticate(issued.text());
        assertThat(token.service().actor()).isEqualTo("service:crm");
        clock.move(Duration.ofDays(30).minusSeconds(1));
        assertThat(authenticate.authenticate(issued.text()).number()).isEqualTo("TOK0001001");
        clock.move(Duration.ofSeconds(1));
        assertThatThrownBy(() -> authenticate.authenticate(issued.text()))
                .isInstanceOf(Problem.class)
                .hasMessage("The token expired on 31 March 2026, 10:00 UTC. Ask an admin to issue a new one.");
    }

    @Test
    void notesAtMostEveryMinuteThatItIsUsed() {
        authenticate.authenticate(issued.text());
        clock.move(Duration.ofSeconds(30));
        authenticate.authenticate(issued.text());
        assertThat(tokens.lastUsed()).isEqualTo(NOW);
        clock.move(Duration.ofSeconds(31));
        authenticate.authenticate(issued.text());
        assertThat(tokens.lastUsed()).isEqualTo(NOW.plusSeconds(61));
    }

    @Test
    void isRevokedOnce() {
        RevokeToken revoke = new RevokeToken(tokens, clock);
        revoke.revoke("TOK0001001", "admin");
        assertThatThrownBy(() -> authenticate.authenticate(issued.text()))
                .hasMessage("The token is not known here, or was revoked."
                        + " Check that it was copied whole; if it was, ask an admin to issue a new one.");
        assertThatThrownBy(() -> revoke.revoke("TOK0001001", "admin"))
                .hasMessage("There is no API token TOK0001001, or it was revoked already."
                        + " Go back to the list of API tokens.");
    }

    @Guarantee(of = AuthenticateService.class, says = "A token whose issuer is no admin any more is refused.")
    @Test
    void endsWithTheRoleOfWhoeverIssuedIt() {
        authenticate.authenticate(issued.text());
        issuerHas(Role.SERVICE_EXCHANGE_ADMIN);
        assertThatThrownBy(() -> authenticate.authenticate(issued.text())).matches(code(ProblemCode.TOKEN_REFUSED));
        issuerHas(Role.ADMIN);
        authenticate.authenticate(issued.text());
        when(directory.findActive("admin")).thenReturn(Optional.empty());
        assertThatThrownBy(() -> authenticate.authenticate(issued.text())).matches(code(ProblemCode.TOKEN_REFUSED));
    }

    private void issuerHas(Role role) {
        when(directory.findActive("admin")).thenReturn(Optional.of(new User("admin", "Ada", "", Set.of(role))));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 366})
    void livesADayAtLeastAndAYearAtMost(int days) {
        assertThatThrownBy(() -> issueToken.issue(ServiceUser.named("crm"), Scope.READ, days, "admin"))
                .hasMessage("Valid for is not valid: it is a number of days from 1 to 365. Correct it and save again.");
    }

    @Test
    void isNoUserNameAndNothingElseIsAService() {
        assertThat(ServiceUser.of("service:crm")).map(ServiceUser::name).hasValue("crm");
        assertThat(ServiceUser.of("admin")).isEmpty();
        assertThat(ServiceUser.of("service:")).isEmpty();
        assertThat(ServiceUser.of("service:../x")).isEmpty();
        ServiceUsers users = service -> Optional.of("admin of " + service.name());
        assertThat(users.personBehind("service:crm")).isEqualTo("admin of crm");
        assertThat(users.personBehind("paula")).isEqualTo("paula");
    }

    @Test
    void answersTheSameForADay() {
        assertThat(ask("key", "body")).isEqualTo(ANSWER);
        clock.move(Duration.ofHours(24).minusSeconds(1));
        assertThat(ask("key", "body")).isEqualTo(ANSWER);
        assertThat(worked).hasValue(1);
        clock.move(Duration.ofSeconds(1));
        assertThat(ask("key", "another body")).isEqualTo(ANSWER);
        assertThat(worked).hasValue(2);
    }

    @Test
    void takesOverFromANodeThatWasKilled() {
        records.begin(
                "idempotency-key:" + "service:crm\nkey".hashCode(),
                new IdempotencyRecords.BegunRequest("idempotent-request:" + "body".hashCode(), "killed", NOW, null));
        assertThatThrownBy(() -> ask("key", "body")).matches(code(ProblemCode.REQUEST_IN_PROGRESS));
        assertThatThrownBy(() -> ask("key", "other")).matches(code(ProblemCode.IDEMPOTENCY_KEY_REUSED));
        clock.move(Idempotency.GIVEN_UP_AFTER);
        assertThat(ask("key", "body")).isEqualTo(ANSWER);
        assertThat(worked).hasValue(1);
    }

    @Test
    void doesNotKeepWorkThatWasTakenOver() {
        assertThatThrownBy(() -> idempotency.execute("service:crm", "key", "body", () -> {
                    clock.move(Idempotency.GIVEN_UP_AFTER);
                    ask("key", "body");
                    return ANSWER;
                }))
                .matches(code(ProblemCode.REQUEST_IN_PROGRESS));
        assertThat(ask("key", "body")).isEqualTo(ANSWER);
        assertThat(worked).hasValue(1);
    }

    @Test
    void forgetsARefusal() {
        Problem refusal = new Problem(ProblemCode.COMPANY_NOT_USABLE);
        assertThatThrownBy(() -> idempotency.execute("service:crm", "key", "body", () -> {
                    throw refusal;
                }))
                .isSameAs(refusal);
        assertThat(ask("key", "other body")).isEqualTo(ANSWER);
    }

    private IdempotencyRecord ask(String key, String body) {
        return idempotency.execute("service:crm", key, body, () -> {
            worked.incrementAndGet();
            return ANSWER;
        });
    }

    private static java.util.function.Predicate<Throwable> code(ProblemCode code) {
        return thrown -> thrown instanceof Problem problem && problem.code() == code;
    }

    private static final class MemoryTokens implements ApiTokens {

        private final Map<String, Proved> byHash = new HashMap<>();

        @Override
        public void add(ApiToken token, String tokenHash, String proof) {
            byHash.put(tokenHash, new Proved(token, proof));
        }

        @Override
        public List<ApiToken> all() {
            return byHash.values().stream().map(Proved::token).toList();
        }

        @Override
        public Optional<ApiToken> find(String number) {
            return all().stream().filter(token -> token.number().equals(number)).findFirst();
        }

        @Override
        public Optional<Proved> ofHash(String tokenHash) {
            return Optional.ofNullable(byHash.get(tokenHash));
        }

        @Override
        public void used(String number, Instant at) {
            byHash.replaceAll((key, proved) -> {
                ApiToken old = proved.token();
                return new Proved(
                        new ApiToken(
                                number,
                                old.service(),
                                old.scope(),
                                old.issuedBy(),
                                old.issuedAt(),
                                old.expiresAt(),
                                at,
                                null),
                        proved.proof());
            });
        }

        @Override
        public boolean revoke(String number, String admin, Instant at) {
            return byHash.values().removeIf(proved -> proved.token().number().equals(number));
        }

        Instant lastUsed() {
            return all().get(0).lastUsedAt();
        }
    }

    private static final class MemoryRecords implements IdempotencyRecords {

        private final Map<String, BegunRequest> begun = new HashMap<>();

        @Override
        public Optional<BegunRequest> find(String keyHash) {
            return Optional.ofNullable(begun.get(keyHash));
        }

        @Override
        public boolean begin(String keyHash, BegunRequest now) {
            return begun.putIfAbsent(keyHash, now) == null;
        }

        @Override
        public boolean takeOver(String keyHash, String abandoned, BegunRequest now) {
            return begun.get(keyHash).attempt().equals(abandoned) && begun.put(keyHash, now) != null;
        }

        @Override
        public boolean complete(String keyHash, String attempt, IdempotencyRecord answer) {
            BegunRequest known = begun.get(keyHash);
            return known.attempt().equals(attempt)
                    && begun.put(keyHash, new BegunRequest(known.requestHash(), attempt, known.startedAt(), answer))
                            != null;
        }

        @Override
        public void forget(String keyHash, String attempt) {
            begun.values().removeIf(known -> known.attempt().equals(attempt));
        }

        @Override
        public int purge(Instant before) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class MovableTime extends java.time.Clock {

        private Instant now;

        MovableTime(Instant now) {
            this.now = now;
        }

        void move(Duration on) {
            now = now.plus(on);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return java.time.ZoneOffset.UTC;
        }

        @Override
        public java.time.Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
