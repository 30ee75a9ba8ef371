package org.serviceexchange.platform.mail;

import org.serviceexchange.platform.problem.Problem;

/** The mail server did not take an e-mail, or it could not be written; why, for an admin. */
public final class MailNotSent extends RuntimeException {

    private final transient Problem problem;
    private final boolean postponed;

    public MailNotSent(Problem problem, boolean postponed) {
        super(problem.getMessage(), problem);
        this.problem = problem;
        this.postponed = postponed;
    }

    public Problem problem() {
        return problem;
    }

    /** Whether the server asks to send it later. */
    public boolean postponed() {
        return postponed;
    }
}
