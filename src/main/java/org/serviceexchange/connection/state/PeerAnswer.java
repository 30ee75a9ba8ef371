package org.serviceexchange.connection.state;

/**
 * A peer's answer to a question about its record.
 *
 * @param document what it says, verified
 * @param message the signed message as it was received
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PeerAnswer(StateDocument document, byte[] message) {}
