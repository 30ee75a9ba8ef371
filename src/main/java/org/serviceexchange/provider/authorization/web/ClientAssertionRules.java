package org.serviceexchange.provider.authorization.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.provider.authorization.UsedAssertions;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.stereotype.Component;

/**
 * What a client assertion must say after its signature was verified: from and about the client, to us alone, short-lived, and
 * never presented before.
 *
 * <p>Security guarantees: An assertion is remembered for as long as any clock within the tolerated difference would
 * accept it. Nothing is remembered of an assertion that is refused for what it says.
 */
@Component
class ClientAssertionRules {

    private static final Duration SKEW = Duration.ofSeconds(10);
    private static final Duration LONGEST_LIFE = Duration.ofMinutes(5);
    private static final int LONGEST_ID = 200;

    private final AuthorizationServerSettings server;
    private final UsedAssertions used;
    private final KeyedHash hash;
    private final Clock clock;

    ClientAssertionRules(AuthorizationServerSettings server, UsedAssertions used, KeyedHash hash, Clock clock) {
        this.server = server;
        this.used = used;
        this.hash = hash;
        this.clock = clock;
    }

    OAuth2TokenValidator<Jwt> of(String clientId) {
        return assertion -> acceptable(assertion, clientId) && presentedFirst(assertion, clientId)
                ? OAuth2TokenValidatorResult.success()
                : OAuth2TokenValidatorResult.failure(new OAuth2Error(OAuth2ErrorCodes.INVALID_CLIENT));
    }

    private boolean acceptable(Jwt assertion, String clientId) {
        return clientId.equals(assertion.getClaimAsString("iss"))
                && clientId.equals(assertion.getSubject())
                && toUs(assertion.getAudience())
                && inTime(assertion)
                && identified(assertion.getId());
    }

    private boolean toUs(@Nullable List<String> audience) {
        String issuer = server.getIssuer();
        return audience != null
                && audience.size() == 1
                && (InstanceAddress.same(issuer, audience.get(0))
                        || InstanceAddress.same(issuer + server.getTokenEndpoint(), audience.get(0)));
    }

    private boolean inTime(Jwt assertion) {
        Instant now = clock.instant();
        Instant end = assertion.getExpiresAt();
        return end != null
                && now.isBefore(end.plus(SKEW))
                && end.isBefore(now.plus(LONGEST_LIFE).plus(SKEW))
                && begun(assertion.getIssuedAt(), now)
                && begun(assertion.getNotBefore(), now);
    }

    /** Both times of a beginning are optional (RFC 7523, section 3). */
    private static boolean begun(@Nullable Instant start, Instant now) {
        return start == null || !start.isAfter(now.plus(SKEW));
    }

    private static boolean identified(@Nullable String id) {
        return id != null && !id.isBlank() && id.length() <= LONGEST_ID;
    }

    private boolean presentedFirst(Jwt assertion, String clientId) {
        Instant forgotten =
                Objects.requireNonNull(assertion.getExpiresAt()).plus(SKEW).plus(SKEW);
        return used.remember(hash.of("oauth-assertion", clientId + " " + assertion.getId()), forgotten);
    }
}
