package org.serviceexchange.kmf.keyring;

import org.serviceexchange.platform.message.LocalizedMessage;

/** The life-cycle state of a key (NIST SP 800-57). */
public enum KeyState {
    /** Generated, not yet used to protect anything. */
    GENERATED,
    /** In use: protects new data. */
    ACTIVE,
    /** Temporarily out of use. */
    SUSPENDED,
    /** Replaced: protects no new data, still processes what it protected. */
    DEACTIVATED,
    /** Withdrawn for a reason: protects no new data, still processes what it protected. */
    REVOKED,
    /** Known to someone else: must not be used any more. */
    COMPROMISED,
    /** Destroyed: only the metadata remains. */
    DESTROYED;

    /** Whether a key may move from this state to the next. */
    public boolean mayBecome(KeyState next) {
        return switch (this) {
            case GENERATED -> next == ACTIVE || next == REVOKED || next == COMPROMISED || next == DESTROYED;
            case ACTIVE -> next == SUSPENDED || next == DEACTIVATED || next == REVOKED || next == COMPROMISED;
            case SUSPENDED ->
                next == ACTIVE || next == DEACTIVATED || next == REVOKED || next == COMPROMISED || next == DESTROYED;
            case DEACTIVATED -> next == REVOKED || next == COMPROMISED || next == DESTROYED;
            case REVOKED -> next == COMPROMISED || next == DESTROYED;
            case COMPROMISED -> next == DESTROYED;
            case DESTROYED -> false;
        };
    }

    /** Whether a key in this state may protect new data. */
    public boolean mayProtect() {
        return this == ACTIVE;
    }

    /** Whether a key in this state may process what it protected. */
    public boolean mayProcess() {
        return this == ACTIVE || this == DEACTIVATED || this == REVOKED;
    }

    /** The label for people, such as "Active". */
    public LocalizedMessage label() {
        return LocalizedMessage.of("kmf.state." + name());
    }
}
