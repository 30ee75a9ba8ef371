package org.serviceexchange.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import java.sql.SQLException;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.serviceexchange.journal.LogLines;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

class ProblemAdviceTest {

    private final ProblemAdvice advice =
            new ProblemAdvice(new ProblemResponse(Clock.systemUTC(), null), Clock.systemUTC());

    @Test
    void sendsAwayForAMomentWhoeverFindsARowLocked() throws Exception {
        Object answer = advice.onAnythingElse(
                new DataAccessResourceFailureException("no", new SQLException("locked", "55P03")),
                new MockHttpServletRequest("POST", "/companies"));
        assertThat(answer).isInstanceOfSatisfying(ResponseEntity.class, entity -> {
            assertThat(entity.getStatusCode().value()).isEqualTo(503);
            assertThat(String.valueOf(entity.getBody())).contains("SX-9006");
        });
    }

    /** Whoever runs the instance needs it; whoever asked gets only the code. */
    @Test
    void writesIntoTheLogWhyTheDatabaseRefused() throws Exception {
        SQLException cause = new SQLException("could not extend file \"base/16384/2619\"", "53100");
        try (LogLines lines = new LogLines(ProblemAdvice.class.getName())) {
            Object answer = advice.onAnythingElse(
                    new DataAccessResourceFailureException("no", cause),
                    new MockHttpServletRequest("GET", "/companies"));

            assertThat(answer).isInstanceOfSatisfying(ResponseEntity.class, entity -> {
                assertThat(entity.getStatusCode().value()).isEqualTo(503);
                assertThat(String.valueOf(entity.getBody()))
                        .contains("SX-1026", "SQLSTATE 53100")
                        .doesNotContain("base/16384");
            });
            assertThat(lines.with("GET /companies failed: ")).singleElement().satisfies(line -> {
                assertThat(line.getLevel()).isEqualTo(Level.WARN);
                assertThat(line.getThrowableProxy().getCause().getMessage()).isEqualTo(cause.getMessage());
            });
        }
    }
}
