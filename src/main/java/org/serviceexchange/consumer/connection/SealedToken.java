package org.serviceexchange.consumer.connection;

import java.time.Instant;

/** The access token of the key exchange, sealed by the KMF. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedToken(byte[] sealed, Instant expiresAt) {}
