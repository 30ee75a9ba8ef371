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
    PROCESS_MISSING(Kind.FAULT),
    PROCESS_TWICE(Kind.FAULT),
    HISTORY_WITHOUT_END(Kind.FAULT),
    CALLED_UNKNOWN(Kind.FAULT),
    CALLS_ITSELF(Kind.FAULT),
    REFERENCE_BROKEN(Kind.FAULT),
    ID_TWICE(Kind.FAULT),
    START_MISSING(Kind.FAULT),
    START_SEVERAL(Kind.FAULT),
    START_WITH_EVENT(Kind.FAULT),
    START_WITHOUT_EVENT(Kind.FAULT),
    END_MISSING(Kind.FAULT),
    LEADS_NOWHERE(Kind.FAULT),
    NEVER_REACHED(Kind.FAULT),
    SPLIT_WITHOUT_GATEWAY(Kind.FAULT),
    FLOW_TWICE(Kind.FAULT),
    LOOP_WITHOUT_WAIT(Kind.FAULT),
    EVENT_SEVERAL(Kind.FAULT),
    EVENT_WITHOUT_HOST(Kind.FAULT),
    EVENT_EXPECTED(Kind.FAULT),
    DEFAULT_MISSING(Kind.FAULT),
    CONDITION_MISSING(Kind.FAULT),
    CONDITION_IGNORED(Kind.FAULT),
    CONDITION_CONSTANT(Kind.FAULT),
    CONDITION_NOT_YES_OR_NO(Kind.FAULT),
    VARIABLE_UNKNOWN(Kind.FAULT),
    VARIABLE_NOT_WRITTEN(Kind.FAULT),
    STEP_MISSING(Kind.FAULT),
    STEP_WITHOUT_DELEGATE(Kind.FAULT),
    DELEGATE_UNKNOWN(Kind.FAULT),
    LISTENER_UNKNOWN(Kind.FAULT),
    STEP_NOT_COMMITTED(Kind.FAULT),
    STEP_TOO_EARLY(Kind.FAULT),
    END_WITHOUT_CLOSING(Kind.FAULT),
    MESSAGE_MISSING(Kind.FAULT),
    MESSAGE_UNKNOWN(Kind.FAULT),
    MESSAGE_NOT_AWAITED(Kind.FAULT),
    ERROR_UNKNOWN(Kind.FAULT),
    ERROR_NOT_CAUGHT(Kind.FAULT),
    FORM_UNKNOWN(Kind.FAULT),
    FORM_OF_ANOTHER_VERSION(Kind.FAULT),
    TIMER_UNREADABLE(Kind.FAULT),
    TIMER_TOO_SHORT(Kind.FAULT),
    TIMER_AT_ONE_DATE(Kind.FAULT),
    TIMER_OF_ANOTHER_KIND(Kind.FAULT),
    WAIT_WITHOUT_END(Kind.FAULT),
    WAIT_LONGER_THAN_THE_LINK(Kind.FAULT),
    DECISION_UNKNOWN(Kind.FAULT),
    DECISION_WITH_SEVERAL_RESULTS(Kind.FAULT),
    DECISION_WITHOUT_OTHERWISE(Kind.FAULT),
    DECISION_WITHOUT_DURATION(Kind.FAULT),
    DECISION_TEXT_IN_SINGLE_QUOTES(Kind.FAULT),
    MAIL_STEP(Kind.FAULT),
    LINK_LIFE(Kind.FAULT),
    CALL_NOT_OF_THIS_FOLDER(Kind.FAULT),
    DECISION_NOT_OF_THIS_FOLDER(Kind.FAULT),
    DECISION_RESULT(Kind.FAULT),
    DECISION_VARIABLE(Kind.FAULT),
    DECISION_WITHOUT_TIME(Kind.FAULT),
    DECISION_FACT_UNKNOWN(Kind.FAULT),
    REMINDER_ANSWER_UNKNOWN(Kind.FAULT),
    FIELD_NOT_TAKEN(Kind.FAULT),
    FILE_NAMED_OTHERWISE(Kind.STYLE),
    VERSION_MISSING(Kind.STYLE),
    LABEL_MISSING(Kind.STYLE),
    LABEL_OF_STEP(Kind.STYLE),
    TRANSLATION_LEFT_BEHIND(Kind.STYLE),
    TRANSLATION_UNREADABLE(Kind.STYLE),
    QUESTION_MISSING(Kind.STYLE),
    ANSWER_MISSING(Kind.STYLE),
    FORM_MISSING(Kind.STYLE),
    RETRIES_OF_ITS_OWN(Kind.STYLE),
    JOIN_WITHOUT_GATEWAY(Kind.STYLE),
    JOIN_AND_FORK(Kind.STYLE),
    GATEWAY_NEEDLESS(Kind.STYLE),
    NOT_USED(Kind.STYLE),
    NOT_DRAWN(Kind.STYLE),
    DRAWN_OVER_OTHERS(Kind.STYLE);

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
        return "rulebook." + name();
    }
}
