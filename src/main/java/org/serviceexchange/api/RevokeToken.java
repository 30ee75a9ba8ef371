package org.serviceexchange.api;

import java.time.Clock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.security.SecurityEvent;
import org.serviceexchange.platform.security.SecurityLog;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Revokes a token on an admin's request. */
@Component
public class RevokeToken {

    private final ApiTokens tokens;
    private final Clock clock;

    RevokeToken(ApiTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** Takes effect with the next request; a {@code TOKEN_UNKNOWN} problem if there is nothing to revoke. */
    @Transactional
    public void revoke(String number, String admin) {
        if (!tokens.revoke(number, admin, clock.instant())) {
            throw new Problem(ProblemCode.TOKEN_UNKNOWN, number);
        }
        SecurityLog.record(SecurityEvent.TOKEN_REVOKED, "token.id", number);
    }
}
