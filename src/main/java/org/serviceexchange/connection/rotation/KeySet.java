package org.serviceexchange.connection.rotation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Keys of a connection beside those that it was established with; the key bytes are in key management, with the key id as
 * their label.
 *
 * @param connection number of the connection at this instance
 * @param agreedAt when the exchange was completed; of the first keys of a connection, when they were replaced
 * @param provedAt when the peer was first seen to use them; null before that
 * @param retiresAt when they are destroyed because newer keys are in use; null as long as they are the newest
 */
public record KeySet(
        String keyId,
        String connection,
        Instant agreedAt,
        @Nullable Instant provedAt,
        @Nullable Instant retiresAt) {}
