package org.serviceexchange.connection.rotation;

import java.time.Instant;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Keys of a connection as its page shows them.
 *
 * @param keyId the id that both sides know
 * @param madeAt when they were agreed
 * @param expiresAt when they should have been replaced
 */
public record KeyAge(String keyId, Use use, Instant madeAt, Instant expiresAt) {

    /** What keys are used for. */
    public enum Use {
        /** Agreed, and not seen to be used by the other side yet. */
        AGREED,
        /** They protect what is sent. */
        IN_USE,
        /** Replaced, and open for what is under way. */
        REPLACED;

        /** The name for people. */
        public LocalizedMessage label() {
            return LocalizedMessage.of("rotation.use." + this);
        }
    }
}
