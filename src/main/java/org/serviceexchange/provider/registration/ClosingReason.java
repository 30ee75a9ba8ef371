package org.serviceexchange.provider.registration;

/** Why a registration was closed without a connection. */
public enum ClosingReason {
    /** It was not completed in time. */
    EXPIRED,
    /** An admin of the provider withdrew it. */
    CANCELLED,
    /** The contact refused. */
    DECLINED,
    /** It could not be completed. */
    FAILED
}
