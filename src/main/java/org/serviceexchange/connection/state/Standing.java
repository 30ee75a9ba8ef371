package org.serviceexchange.connection.state;

/**
 * What a feature says to a peer that may ask.
 *
 * @param number the own record's number; empty if there is no such record
 * @param listening whether the peer's state could change anything here, so that a hint is followed by a question
 */
public record Standing(String number, StateFacts facts, boolean listening) {

    /** There is no such record, and the peer may know. */
    public static Standing unknown() {
        return new Standing("", StateFacts.unknown(), false);
    }
}
