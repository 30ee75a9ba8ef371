package org.serviceexchange.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.slf4j.MDC;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a line of the security log looks like, and when it is written. */
class SecurityLogTest {

    private final SecurityLines lines = new SecurityLines();
    private final TransactionTemplate transaction = new TransactionTemplate(
            new JdbcTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:securitylog;DB_CLOSE_DELAY=-1")));

    @AfterEach
    void close() {
        lines.close();
        MDC.clear();
    }

    @Test
    void isALineWithFactsForPeopleAndPrograms() {
        MDC.put(SecurityLog.ACTOR, "ada");
        SecurityLog.record(SecurityEvent.TOKEN_REVOKED, "token.id", "TOK0001001");
        assertThat(lines.text()).containsExactly("token-revoked: token.id=\"TOK0001001\" user.name=\"ada\"");
        assertThat(lines.facts())
                .isEqualTo(Map.of(
                        "event.category", "iam",
                        "event.action", "token-revoked",
                        "event.outcome", "success",
                        "token.id", "TOK0001001",
                        "user.name", "ada"));
    }

    @Guarantee(
            of = SecurityLog.class,
            says = "What somebody entered is quoted, so that nobody can write a line or a fact of his own.")
    @Test
    void letsNobodyForgeALineOrAFact() {
        SecurityLog.record(
                SecurityEvent.LOGIN_REFUSED,
                SecurityLog.USER,
                "eve\" event=\"login\\\n\r\t\u2028\u202e\u0000\ud800 ü😀");
        assertThat(lines.text())
                .containsExactly("login-refused: user.name=\"eve\\\" event=\\\"login\\\\"
                        + "\\u000A\\u000D\\u0009\\u2028\\u202E\\u0000\\uD800 ü😀\"");
        SecurityLog.record(SecurityEvent.LOGIN_REFUSED, SecurityLog.USER, "x".repeat(100_000));
        assertThat(lines.text().get(1)).hasSizeLessThan(300);
    }

    @Guarantee(of = SecurityLog.class, says = "A change that was rolled back is not told.")
    @Test
    void tellsOfAChangeOnceItIsCommitted() {
        transaction.executeWithoutResult(status -> {
            SecurityLog.record(SecurityEvent.ROLES_CHANGED, "user.target.name", "bob");
            assertThat(lines.text()).isEmpty();
            status.setRollbackOnly();
        });
        assertThat(lines.text()).isEmpty();
        transaction.executeWithoutResult(
                status -> SecurityLog.record(SecurityEvent.ROLES_CHANGED, "user.target.name", "bob"));
        assertThat(lines.text()).containsExactly("roles-changed: user.target.name=\"bob\"");
    }

    @Test
    void isCounted() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new SecurityMeters().bindTo(meters);
        var counter = meters.get("service-exchange.security.events").tag("event", "key-moved");
        double before = counter.functionCounter().count();
        SecurityLog.record(SecurityEvent.KEY_MOVED);
        assertThat(counter.functionCounter().count()).isEqualTo(before + 1);
    }
}
