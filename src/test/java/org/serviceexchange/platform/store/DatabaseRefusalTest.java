package org.serviceexchange.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class DatabaseRefusalTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"08001", "08006", "57P01", "57P03", "53100", "53300", "58030", "25006", "90098", "90028", "HY000"
            })
    void isRecognizedWhoeverReportsIt(String state) {
        Problem problem = DatabaseRefusal.in(
                        new DataAccessResourceFailureException("no", new SQLException("/var/lib/secret/path", state)))
                .orElseThrow();
        assertThat(problem.code()).isEqualTo(ProblemCode.DATABASE_NOT_REACHABLE);
        assertThat(problem).hasMessageContaining("SQLSTATE " + state);
        assertThat(problem.getMessage()).doesNotContain("secret");
        assertThat(problem.code().retry()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"HYT00", "40001", "55P03", "40P01"})
    void saysThatRowsAreLocked(String state) {
        assertThat(DatabaseRefusal.in(new IllegalStateException(new SQLException("locked", state))))
                .map(Problem::code)
                .contains(ProblemCode.BUSY);
    }

    /** By the pool itself, which has no state for it. */
    @Test
    void saysThatAllConnectionsAreInUse() throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:full-pool");
        config.setMaximumPoolSize(1);
        config.setConnectionTimeout(250);
        try (HikariDataSource pool = new HikariDataSource(config);
                Connection taken = pool.getConnection()) {
            Throwable refusal = catchThrowable(pool::getConnection);
            assertThat(taken.isClosed()).isFalse();
            assertThat(DatabaseRefusal.in(new CannotGetJdbcConnectionException("no", (SQLException) refusal)))
                    .map(Problem::code)
                    .contains(ProblemCode.BUSY);
        }
    }

    /** Nothing says so if the pool could not connect. */
    @Test
    void tellsAPoolThatCannotConnectFromAFullOne() {
        SQLException gone = new SQLException("no answer", "08001");
        assertThat(DatabaseRefusal.in(new SQLTransientConnectionException("not available", "08001", gone)))
                .map(Problem::code)
                .contains(ProblemCode.DATABASE_NOT_REACHABLE);
        assertThat(DatabaseRefusal.in(new SQLTransientConnectionException("not available", null, gone)))
                .map(Problem::code)
                .contains(ProblemCode.DATABASE_NOT_REACHABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "57014", "42P01", ""})
    void isNotTakenForWhatAStatementDidWrong(String state) {
        assertThat(DatabaseRefusal.in(new SQLException("no", state))).isEmpty();
    }

    @Test
    void isNotTakenForOtherFailures() {
        assertThat(DatabaseRefusal.in(new IOException("disk"))).isEmpty();
        assertThat(DatabaseRefusal.in(new SQLException("no state"))).isEmpty();
        assertThat(DatabaseRefusal.in(null)).isEmpty();
    }
}
