package org.serviceexchange.api;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.serviceexchange.platform.store.Numbers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An admin issues a token to a service. */
@Component
public class IssueToken {

    /** Default validity of a token, in days. */
    public static final int DEFAULT_DAYS = 90;

    private static final int MOST_DAYS = 365;

    private final ApiTokens tokens;
    private final Numbers numbers;
    private final RandomSecrets secrets;
    private final KeyedHash hash;
    private final Clock clock;

    IssueToken(ApiTokens tokens, Numbers numbers, RandomSecrets secrets, KeyedHash hash, Clock clock) {
        this.tokens = tokens;
        this.numbers = numbers;
        this.secrets = secrets;
        this.hash = hash;
        this.clock = clock;
    }

    /** Issues a token; its text exists only in the result. */
    @Transactional
    public Issued issue(ServiceUser service, Scope scope, int days, String admin) {
        if (days < 1 || days > MOST_DAYS) {
            throw new Problem(
                    ProblemCode.INPUT_INVALID,
                    LocalizedMessage.of("api.validFor"),
                    LocalizedMessage.of("api.reason.days", MOST_DAYS));
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(Duration.ofDays(days));
        ApiToken token = new ApiToken(numbers.next("TOK"), service, scope, admin, now, end, null, null);
        TokenText text = TokenText.ofSecret(secrets.next());
        tokens.add(token, text.hash(hash), text.proof(hash, token));
        SecurityLog.record(
                SecurityEvent.TOKEN_ISSUED,
                "token.id",
                token.number(),
                "token.service",
                service.name(),
                "token.scope",
                scope.name(),
                "token.expires",
                end.toString());
        return new Issued(token, text.value());
    }

    /** What the admin gives to the service; shown once. */
    public record Issued(ApiToken token, String text) {

        @Override
        public String toString() {
            return "Issued[" + token.number() + "]";
        }
    }
}
