package org.serviceexchange.provider;

import java.util.Locale;

/** Why a registration was closed without a connection. */
public enum ClosingReason {
    /** Nobody used the link in time. */
    EXPIRED,
    /** An admin of the provider withdrew it. */
    CANCELLED,
    /** The contact refused. */
    DECLINED,
    /** It could not be completed. */
    FAILED;

    /** The word people read. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
