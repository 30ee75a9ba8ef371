package org.serviceexchange.platform.security;

import java.util.Locale;

/** What the security log tells, with the category and outcome that it has in Elastic Common Schema. */
public enum SecurityEvent {
    LOGIN("authentication", "success"),
    LOGIN_REFUSED("authentication", "failure"),
    LOGIN_PAUSED("authentication", "failure"),
    /** A request was refused: a role, scope, token or secret is missing or wrong. */
    REFUSED("web", "failure"),
    SET_UP("iam", "success"),
    USER_CREATED("iam", "success"),
    USER_ACTIVATED("iam", "success"),
    USER_DEACTIVATED("iam", "success"),
    ROLES_CHANGED("iam", "success"),
    PASSWORD_CHANGED("iam", "success"),
    SESSIONS_ENDED("iam", "success"),
    TOKEN_ISSUED("iam", "success"),
    TOKEN_REVOKED("iam", "success"),
    KEY_MOVED("configuration", "success"),
    KEY_ROTATED("configuration", "success");

    private final String category;
    private final String outcome;

    SecurityEvent(String category, String outcome) {
        this.category = category;
        this.outcome = outcome;
    }

    /** The name for programs, such as {@code login-refused}. */
    public String action() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String category() {
        return category;
    }

    String outcome() {
        return outcome;
    }
}
