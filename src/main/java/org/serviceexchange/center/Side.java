package org.serviceexchange.center;

import java.util.Locale;

/** The role of this instance in a case. */
public enum Side {
    PROVIDER,
    CONSUMER;

    /** The name in lower case, as in paths and message keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
