package org.serviceexchange.command;

import org.serviceexchange.platform.message.LocalizedMessage;

/** The options of all commands; one of a name means the same everywhere. */
enum Option {
    URL("--url", "URL"),
    TOKEN_FILE("--token-file", "FILE"),
    JSON("--json", ""),
    COMPANY("--company", "ID"),
    CONTACT("--contact", "USER"),
    CONSUMER_URL("--consumer-url", "URL"),
    IDEMPOTENCY_KEY("--idempotency-key", "KEY"),
    PARTNER_URL("--partner-url", "URL"),
    GO_ON_ANYWAY("--go-on-anyway", ""),
    CANARIES("--canaries", "COUNT"),
    PER_HOUR("--per-hour", "COUNT"),
    STOP_AFTER("--stop-after", "COUNT"),
    CONNECTIONS("--connections", "NUMBERS"),
    STATE("--state", "STATE"),
    SIDE("--side", "SIDE"),
    ALL("--all", ""),
    TIMEOUT("--timeout", "SECONDS"),
    EVERY("--every", "SECONDS"),
    IF_MATCH("--if-match", "ETAG"),
    FROM("--from", "TIME"),
    UNTIL("--until", "TIME"),
    REASON("--reason", "TEXT"),
    PREVIEW("--preview", ""),
    OUTPUT("--output", "FILE"),
    NEW_PASSPHRASE_FILE("--new-passphrase-file", "FILE"),
    PICTURE("--picture", "FILE"),
    SHOW("--show", ""),
    ACCEPT("--accept", ""),
    REPORT("--report", "FILE"),
    LANGUAGE("--language", "LANGUAGE");

    private final String flag;
    private final String value;

    Option(String flag, String value) {
        this.flag = flag;
        this.value = value;
    }

    String flag() {
        return flag;
    }

    /** What stands for its value in the help; empty if it has none. */
    String value() {
        return value;
    }

    LocalizedMessage about() {
        return LocalizedMessage.of("command.option." + this);
    }
}
