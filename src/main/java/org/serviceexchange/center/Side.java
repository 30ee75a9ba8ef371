package org.serviceexchange.center;

import java.util.Locale;

/** What this instance is in a case. */
public enum Side {
    PROVIDER,
    CONSUMER;

    /** In lower case, as in addresses and keys of words. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
