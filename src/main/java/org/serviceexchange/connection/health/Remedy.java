package org.serviceexchange.connection.health;

import org.serviceexchange.platform.message.LocalizedMessage;

/** Who does what helps against an issue. */
public enum Remedy {
    /** This instance does it by itself, as soon as it is possible. */
    AUTOMATIC,
    /** This instance does it once a person has decided. */
    ASK,
    /** This instance never does it, because it is outside of it, or because only people may: records, accounts and roles. */
    NEVER;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("health.remedy." + this);
    }
}
