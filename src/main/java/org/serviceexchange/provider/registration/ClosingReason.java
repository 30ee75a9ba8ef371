package org.serviceexchange.provider.registration;

/** Why a registration was closed without a connection. */
public enum ClosingReason {
    /** It was not completed in time. */
    EXPIRED,
    /** An admin of the provider withdrew it. */
    CANCELLED,
    /** The contact refused. Reserved, not used yet: nothing lets a contact decline, and a denied consent can be given later. */
    DECLINED,
    /** It could not be completed. */
    FAILED
}
