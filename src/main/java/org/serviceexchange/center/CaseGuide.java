package org.serviceexchange.center;

import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What a case means to a person who has never seen the system.
 *
 * @param now what is going on
 * @param next what comes after it
 * @param who whose turn it is
 */
public record CaseGuide(LocalizedMessage now, LocalizedMessage next, LocalizedMessage who) {

    /** With the messages {@code key.now} and {@code key.next}. */
    public static CaseGuide of(String key, LocalizedMessage who) {
        return new CaseGuide(LocalizedMessage.of(key + ".now"), LocalizedMessage.of(key + ".next"), who);
    }
}
