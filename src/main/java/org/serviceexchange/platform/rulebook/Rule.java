package org.serviceexchange.platform.rulebook;

import java.util.Locale;

/** The rules; the message of each says what is wrong, why that matters, and what to do. */
public enum Rule {
    FILE_NOT_ALLOWED(Kind.SECURITY),
    UNREADABLE(Kind.SECURITY),
    ELEMENT_NOT_ALLOWED(Kind.SECURITY),
    ATTRIBUTE_NOT_ALLOWED(Kind.SECURITY),
    VALUE_NOT_ALLOWED(Kind.SECURITY),
    TEXT_NOT_ALLOWED(Kind.SECURITY),
    MAIL_STEP(Kind.FAULT),
    LINK_LIFE(Kind.FAULT),
    CALL_NOT_OF_THIS_FOLDER(Kind.FAULT),
    DECISION_NOT_OF_THIS_FOLDER(Kind.FAULT),
    DECISION_RESULT(Kind.FAULT),
    DECISION_VARIABLE(Kind.FAULT),
    DECISION_WITHOUT_TIME(Kind.FAULT),
    DECISION_FACT_UNKNOWN(Kind.FAULT),
    REMINDER_ANSWER_UNKNOWN(Kind.FAULT),
    FIELD_NOT_TAKEN(Kind.FAULT);

    /** What follows from a breach. */
    public enum Kind {
        /** The model could bring code along: it is never read by the engine, however it came there. */
        SECURITY,
        /** The process would not do what it should: the folder is not deployed; cases that run already go on. */
        FAULT,
        /** People will misread the model: a hint, which stops nothing. */
        STYLE;

        /** Whether a folder with such a breach is not deployed. */
        public boolean refuses() {
            return this != STYLE;
        }
    }

    private final Kind kind;

    Rule(Kind kind) {
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /** How texts, scripts and tests call it, such as {@code element-not-allowed}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String message() {
        return "rulebook." + code();
    }
}
