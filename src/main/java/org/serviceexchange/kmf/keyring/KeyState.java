package org.serviceexchange.kmf.keyring;

import org.serviceexchange.platform.message.LocalizedMessage;

/** Where a key is in its life (NIST SP 800-57). */
public enum KeyState {
    /** Made, not yet used to protect anything. */
    GENERATED,
    /** The one that protects. */
    ACTIVE,
    /** Taken out of use for a while. */
    SUSPENDED,
    /** Replaced: protects nothing new, still processes what it protected. */
    DEACTIVATED,
    /** Withdrawn for a reason: protects nothing new, still processes what it protected. */
    REVOKED,
    /** Known to someone else: of no use any more. */
    COMPROMISED,
    /** Only the metadata is left. */
    DESTROYED;

    /** Whether a key may move from this state to the other. */
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

    /** Whether a key in this state may protect something new. */
    public boolean mayProtect() {
        return this == ACTIVE;
    }

    /** Whether a key in this state may process what it protected. */
    public boolean mayProcess() {
        return this == ACTIVE || this == DEACTIVATED || this == REVOKED;
    }

    /** As people read it, such as "Active". */
    public LocalizedMessage label() {
        return LocalizedMessage.of("kmf.state." + name());
    }
}
