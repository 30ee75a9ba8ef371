package org.serviceexchange.platform.store;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Recognizes by the SQL state what is no defect of a statement: a database that nobody can use for a time, because it is gone, full or
 * read-only; or rows that another transaction has had locked, or connections that others have had in use, for too long. Whoever asked
 * may come again.
 */
public final class DatabaseRefusal {

    /** Connections, resources such as the disk, an operator's intervention, and errors of the system, as PostgreSQL names them. */
    private static final Set<String> UNUSABLE_CLASSES = Set.of("08", "53", "57", "58");

    /**
     * Read-only in PostgreSQL and in H2; H2's database that is closed, and its failures to read and write files, most of which it calls
     * general errors.
     */
    private static final Set<String> UNUSABLE = Set.of("25006", "90097", "90098", "90121", "90028", "90031", "HY000");

    /** A statement that was cancelled says nothing about the database. */
    private static final String CANCELLED = "57014";

    /** Locks that did not come in time and deadlocks, in H2 and in PostgreSQL. */
    private static final Set<String> LOCKED = Set.of("HYT00", "40001", "55P03", "40P01");

    private DatabaseRefusal() {}

    /** The problem to report, if this failure comes from such a refusal. */
    public static Optional<Problem> in(@Nullable Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(refusal -> problem(refusal).stream())
                .findFirst();
    }

    private static Optional<Problem> problem(SQLException refusal) {
        String state = String.valueOf(refusal.getSQLState());
        if (LOCKED.contains(state) || isOfFullPool(refusal)) {
            return Optional.of(new Problem(ProblemCode.BUSY));
        }
        String category = state.substring(0, Math.min(2, state.length()));
        boolean unusable =
                !state.equals(CANCELLED) && (UNUSABLE.contains(state) || UNUSABLE_CLASSES.contains(category));
        return unusable
                ? Optional.of(new Problem(ProblemCode.DATABASE_NOT_REACHABLE, "SQLSTATE " + state))
                : Optional.empty();
    }
    /** The pool has no state of its own: where it could not connect, it has the state, or at least the cause, of that failure. */
    private static boolean isOfFullPool(SQLException refusal) {
        return refusal instanceof SQLTransientConnectionException
                && refusal.getSQLState() == null
                && refusal.getCause() == null;
    }
}
