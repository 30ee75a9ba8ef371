package org.serviceexchange.consumer.connection;

import java.time.Instant;

/** The access token of the key exchange, readable by the KMF only. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SealedToken(byte[] sealed, Instant expiresAt) {}
