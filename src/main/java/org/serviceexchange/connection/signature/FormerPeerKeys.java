package org.serviceexchange.connection.signature;

import java.time.Instant;
import java.util.List;

/**
 * Signature keys that peers had before. A peer that has not heard that its new key is known, or was restored to a time before it, still
 * asks under the former one, and must not be taken for a stranger.
 */
public interface FormerPeerKeys {

    /** Whether the peer of this record had this key before. */
    boolean isOf(String record, String thumbprint);

    /**
     * Numbers of the records of this registration whose peer had this key before. Two instances that are provider and consumer of each
     * other may both number a registration so: then records of both sides are among them.
     */
    List<String> recordsOf(String registration, String thumbprint);

    void replaced(String registration, String thumbprint, String record, Instant at);
}
