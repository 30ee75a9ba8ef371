package org.serviceexchange.provider.registration;

import org.serviceexchange.platform.message.LocalizedMessage;

/** Why a registration was closed without a connection. */
public enum ClosingReason {
    /** The link expired unused. */
    EXPIRED,
    /** An admin of the provider cancelled it. */
    CANCELLED,
    /** The contact refused. Reserved, not used yet: nothing lets a contact decline, and a denied consent can be given later. */
    DECLINED,
    /** The key exchange failed and an admin gave up. */
    FAILED;

    /** The key of its name, for people. */
    LocalizedMessage label() {
        return LocalizedMessage.of("provider.reason." + this);
    }
}
