package org.serviceexchange.protocol.handshake;

import org.jspecify.annotations.Nullable;

/**
 * The messages of an exchange as they crossed the network; null if an earlier version did not keep one.
 *
 * @param m1 signed by the consumer
 * @param m2 signed by the provider, together with M1
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record ExchangeMessages(byte @Nullable [] m1, byte @Nullable [] m2, byte[] m3, byte[] m4) {}
