package org.serviceexchange.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.serviceexchange.directory.Users;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Authenticates the service that sent a token.
 *
 * <p>Security guarantees: The row is read for every request, so that a revoked token is refused at once, on every
 * node. A scope or a life that was edited in the database is refused. A token whose issuer is
 * no admin any more is refused.
 */
@Component
public class AuthenticateService {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticateService.class);
    private static final Duration USE_IS_NOTED_EVERY = Duration.ofMinutes(1);

    private final ApiTokens tokens;
    private final Users users;
    private final KeyedHash hash;
    private final Clock clock;

    AuthenticateService(ApiTokens tokens, Users users, KeyedHash hash, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.hash = hash;
        this.clock = clock;
    }

    /** The record of a valid token; otherwise a {@code TOKEN_REFUSED} or {@code TOKEN_EXPIRED} problem. */
    public ApiToken authenticate(String sent) {
        TokenText text = new TokenText(sent);
        if (!text.wellFormed()) {
            throw new Problem(ProblemCode.TOKEN_REFUSED);
        }
        ApiToken token = proved(text);
        Instant now = clock.instant();
        if (token.expired(now)) {
            throw new Problem(ProblemCode.TOKEN_EXPIRED, token.expiresAt());
        }
        if (!mayIssue(token.issuedBy())) {
            LOG.warn(
                    "API token {} is refused, because {}, who issued it, is no admin any more.",
                    token.number(),
                    token.issuedBy());
            throw new Problem(ProblemCode.TOKEN_REFUSED);
        }
        Instant last = token.lastUsedAt();
        if (last == null || last.plus(USE_IS_NOTED_EVERY).isBefore(now)) {
            tokens.used(token.number(), now);
        }
        return token;
    }

    private boolean mayIssue(String issuer) {
        return users.findActive(issuer)
                .filter(user -> user.roles().contains(Role.ADMIN))
                .isPresent();
    }

    private ApiToken proved(TokenText text) {
        ApiTokens.Proved found =
                tokens.ofHash(text.hash(hash)).orElseThrow(() -> new Problem(ProblemCode.TOKEN_REFUSED));
        if (!text.proof(hash, found.token()).equals(found.proof())) {
            LOG.warn(
                    "The database row of API token {} was altered, so the token is refused. Revoke it and issue a new one.",
                    found.token().number());
            throw new Problem(ProblemCode.TOKEN_REFUSED);
        }
        return found.token();
    }
}
