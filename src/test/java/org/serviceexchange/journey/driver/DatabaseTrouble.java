package org.serviceexchange.journey.driver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What is wrong with a database, said with the states that PostgreSQL gives. */
public enum DatabaseTrouble {
    NONE,
    /** No connection can be made, and those that exist are broken. */
    GONE("08006", "An I/O error occurred while sending to the backend."),
    /** As a standby, or after {@code default_transaction_read_only}. */
    READ_ONLY("25006", "cannot execute in a read-only transaction"),
    /** As a full disk of the server. */
    FULL("53100", "could not extend file: No space left on device"),
    /** Every transaction takes long to end. */
    SLOW;

    private static final Path FILE = HoldPoints.FOLDER.resolve("trouble.txt");
    private static final long SLOW_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final String state;
    private final String reason;

    DatabaseTrouble() {
        this("", "");
    }

    DatabaseTrouble(String state, String reason) {
        this.state = state;
        this.reason = reason;
    }

    static DatabaseTrouble now() {
        try {
            return Files.exists(FILE) ? valueOf(Files.readString(FILE)) : NONE;
        } catch (IOException over) {
            return NONE; // it was taken away between the two calls
        }
    }

    /** The SQL state of what fails. */
    public String state() {
        return state;
    }

    boolean isGone() {
        return this == GONE;
    }

    void connecting() throws SQLException {
        if (isGone()) {
            throw new SQLException("Connection refused.", "08001");
        }
    }

    void executing(String statement) throws SQLException {
        if (isGone() || !state.isEmpty() && Written.writes(statement)) {
            throw new SQLException(reason, state);
        }
    }

    void committing() throws SQLException {
        if (this == SLOW) {
            LockSupport.parkNanos(SLOW_NANOS);
        } else if (!state.isEmpty()) {
            throw new SQLException(reason, state);
        }
    }
}
