package org.serviceexchange.connection.signature;

import java.time.Instant;
import java.util.Optional;

/**
 * Signature keys that peers had before. A peer that has not heard that its new key is known, or was restored to a time before it, still
 * asks under the former one, and must not be taken for a stranger.
 */
public interface FormerPeerKeys {

    /** Number of the record of this registration whose peer had this key before; empty if it never did. */
    Optional<String> recordOf(String registration, String thumbprint);

    void replaced(String registration, String thumbprint, String record, Instant at);
}
