package org.serviceexchange.connection.state;

/**
 * Whom to ask about a record, and what the question says.
 *
 * @param registration number at the provider
 * @param url base URL of the peer
 * @param thumbprint of the peer, whose signature alone counts
 * @param version version of the own record; an answer is adopted only if it is still the same
 * @param proof the peer's signed response to the own claim; empty if there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Addressee(String registration, String url, String thumbprint, long version, byte[] proof) {}
