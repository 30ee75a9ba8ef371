package org.serviceexchange.protocol.wire;

/**
 * What both sides know before the first message.
 *
 * @param registration the registration's number
 * @param consumerEncryptionKey X-Wing public key of the consumer, as in its claim; the exchange must name the same
 */
@SuppressWarnings("ArrayRecordComponent") // compared by KeyExchangeServer only, in constant time
public record Parties(String registration, Party provider, Party consumer, byte[] consumerEncryptionKey) {}
