package org.serviceexchange.notice;

import org.serviceexchange.platform.message.LocalizedMessage;

/** What admins can be told by e-mail. */
public enum NoticeKind {
    /** A connection became active. */
    ONBOARDED,
    /** Somebody who has the link declined. */
    DECLINED,
    /** Somebody else than the contact tried to connect. */
    WRONG_USER,
    /** A claim or a key exchange was refused. */
    REFUSED,
    /** The invitation could not be delivered. */
    UNDELIVERED,
    /** A link expires soon, unused. */
    EXPIRING,
    /** A registration or connection ended without becoming active. */
    ENDED,
    /** The other side of a connection has not answered for long, or answers again. */
    DOWN,
    /** The other side ended a connection. */
    OFF_BOARDED,
    /** Databases of one instance contradict each other; a person has to decide. */
    QUARANTINED;

    /** The name for people. */
    public LocalizedMessage label() {
        return LocalizedMessage.of("notice.kind." + this);
    }
}
