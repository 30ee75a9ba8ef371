package org.serviceexchange.checker.walk;

/** An outcome for which the diagram has a way of its own. */
public final class DrawnError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    /** An error with this code. */
    public DrawnError(String code) {
        super(code, null, false, false);
        this.code = code;
    }

    String code() {
        return code;
    }
}
