package org.serviceexchange.platform.health.store;

import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.problem.ProblemTexts;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in a sentence that the database cannot be reached, or is in use by another instance. */
class DatabaseStartRefused extends AbstractFailureAnalyzer<SQLException> {

    private static final int H2_IN_USE = 90_020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException failure) {
        SQLException first = Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .reduce(failure, (before, deeper) -> deeper);
        if (first.getErrorCode() == H2_IN_USE) {
            return analysis(ProblemCode.DATABASE_IN_USE, rootFailure);
        }
        String said = String.valueOf(first.getMessage()).lines().findFirst().orElse("");
        return refusesConnections(first) ? analysis(ProblemCode.DATABASE_NOT_REACHABLE, rootFailure, said) : null;
    }

    /** SQL states of connections and logins, and of databases that do not exist. */
    private static boolean refusesConnections(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("08") || state.startsWith("28") || state.startsWith("3D") || state.startsWith("57P");
    }

    private static FailureAnalysis analysis(ProblemCode code, Throwable failure, Object... arguments) {
        return new FailureAnalysis(
                ProblemTexts.cause(code, Languages.DEFAULT, arguments) + " (" + code.code() + ")",
                ProblemTexts.solution(code, Languages.DEFAULT, arguments),
                failure);
    }
}
