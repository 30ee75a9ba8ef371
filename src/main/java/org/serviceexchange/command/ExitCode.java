package org.serviceexchange.command;

/** How a command ended, for scripts. The numbers never change. */
public enum ExitCode {
    DONE(0),
    /** It was carried out, and what it looked at is not as it should be. */
    FAILED(1),
    USAGE(2),
    NOT_FOUND(3),
    /** Refused as things are: repeating the command does not help. */
    REFUSED(4),
    /** No answer, or none that decides: the same command may succeed later. */
    UNREACHABLE(5),
    TIMEOUT(6),
    NOT_ALLOWED(7);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /** What the process exits with. */
    public int number() {
        return number;
    }

    /** For the status of an answer that is no success. */
    static ExitCode ofStatus(int status) {
        return switch (status) {
            case 401, 403 -> NOT_ALLOWED;
            case 404 -> NOT_FOUND;
            case 421, 429 -> UNREACHABLE;
            default -> status >= 400 && status < 500 ? REFUSED : UNREACHABLE;
        };
    }
}
