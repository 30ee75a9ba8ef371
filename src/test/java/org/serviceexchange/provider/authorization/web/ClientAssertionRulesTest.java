package org.serviceexchange.provider.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.provider.authorization.UsedAssertions;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** A valid assertion at a known moment, each test changing one thing. */
class ClientAssertionRulesTest {

    private static final String CLIENT = "client";
    private static final String ISSUER = "https://provider.example.com";
    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final Duration TICK = Duration.ofMillis(1);

    private final MovableClock clock = MovableClock.standing();
    private final Instant now = clock.instant();
    private final Remembered used = new Remembered();
    private final ClientAssertionRules rules = new ClientAssertionRules(
            AuthorizationServerSettings.builder().issuer(ISSUER).build(),
            used,
            (purpose, value) -> purpose + ": " + value,
            clock);

    @Test
    void acceptsAValidAssertionOnce() {
        assertThat(accepted(claims -> {})).isTrue();
        assertThat(accepted(claims -> {})).isFalse();
        assertThat(used.until).containsOnlyKeys("oauth-assertion: client id-1");
    }

    @Test
    void acceptsTheTokenEndpointAsAudience() {
        assertThat(accepted(claims -> claims.audience(List.of(ISSUER + "/oauth2/token"))))
                .isTrue();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                claims("another issuer", claims -> claims.issuer("https://other.example.com")),
                claims("another subject", claims -> claims.subject("other")),
                claims("no audience", claims -> claims.claims(all -> all.remove("aud"))),
                claims("an empty audience", claims -> claims.audience(List.of())),
                claims("another audience", claims -> claims.audience(List.of("https://other.example.com"))),
                claims("two audiences", claims -> claims.audience(List.of(ISSUER, "https://other.example.com"))),
                claims("no end", claims -> claims.claims(all -> all.remove("exp"))),
                claims("no id", claims -> claims.claims(all -> all.remove("jti"))),
                claims("a blank id", claims -> claims.jti(" ")),
                claims("an endless id", claims -> claims.jti("x".repeat(201))));
    }

    @Guarantee(
            of = ClientAssertionRules.class,
            says = "Nothing is remembered of an assertion that is refused for what it says.")
    @ParameterizedTest
    @MethodSource("wrong")
    void refusesWrongClaimsAndRemembersNothingOfThem(String name, Consumer<Jwt.Builder> change) {
        assertThat(accepted(change)).as(name).isFalse();
        assertThat(used.until).isEmpty();
    }

    @Test
    void acceptsTheLongestId() {
        assertThat(accepted(claims -> claims.jti("x".repeat(200)))).isTrue();
    }

    @Test
    void toleratesTenSecondsAfterTheEnd() {
        clock.move(Duration.ofSeconds(60).plus(SKEW).minus(TICK));
        assertThat(accepted(claims -> {})).isTrue();

        clock.move(TICK);
        assertThat(accepted(claims -> claims.jti("id-2"))).isFalse();
    }

    @Test
    void toleratesALifeOfFiveMinutesAndTenSeconds() {
        Instant longest = now.plus(Duration.ofMinutes(5)).plus(SKEW);
        assertThat(accepted(claims -> claims.expiresAt(longest))).isFalse();
        assertThat(accepted(claims -> claims.expiresAt(longest.minus(TICK)))).isTrue();
    }

    @Test
    void toleratesTenSecondsBeforeTheBeginning() {
        Instant first = now.plus(SKEW);
        assertThat(accepted(claims -> claims.issuedAt(first.plus(TICK)))).isFalse();
        assertThat(accepted(claims -> claims.notBefore(first.plus(TICK)))).isFalse();
        assertThat(accepted(claims -> claims.issuedAt(first.plus(TICK)).notBefore(now)))
                .isFalse();
        assertThat(accepted(claims -> claims.issuedAt(first))).isTrue();
        assertThat(accepted(claims -> claims.jti("id-2").notBefore(first))).isTrue();
    }

    @Guarantee(
            of = ClientAssertionRules.class,
            says =
                    "An assertion is remembered for as long as any clock within the tolerated difference would accept it.")
    @Test
    void remembersAnAssertionUntilNoClockCouldAcceptIt() {
        assertThat(accepted(claims -> {})).isTrue();
        clock.move(Duration.ofSeconds(60).plus(SKEW).minus(TICK));
        used.purge(clock.instant());

        assertThat(accepted(claims -> {})).isFalse();
        assertThat(used.until.values())
                .containsExactly(now.plusSeconds(60).plus(SKEW).plus(SKEW));
    }

    private boolean accepted(Consumer<Jwt.Builder> change) {
        Jwt.Builder claims = Jwt.withTokenValue("token")
                .header("alg", "ES256")
                .issuer(CLIENT)
                .subject(CLIENT)
                .audience(List.of(ISSUER))
                .jti("id-1")
                .issuedAt(now)
                .expiresAt(now.plusSeconds(60));
        change.accept(claims);
        return !rules.of(CLIENT).validate(claims.build()).hasErrors();
    }

    private static Arguments claims(String name, Consumer<Jwt.Builder> change) {
        return Arguments.of(name, change);
    }

    /** In memory, forgetting at the same moment as the table does. */
    private static final class Remembered implements UsedAssertions {

        final Map<String, Instant> until = new HashMap<>();

        @Override
        public boolean remember(String hash, Instant expiresAt) {
            return until.putIfAbsent(hash, expiresAt) == null;
        }

        @Override
        public int purge(Instant now) {
            int before = until.size();
            until.values().removeIf(end -> end.isBefore(now));
            return before - until.size();
        }
    }
}
