package org.serviceexchange.kmf;

import java.util.Collection;
import java.util.Optional;

/**
 * Seals and opens messages with keys of modules, such as the two directions of a connection. The key bytes stay in key
 * management.
 *
 * <p>Security guarantees: A message opens only with the same key, for the same use and with the same associated data. The
 * keys of different uses are independent of each other and of what the module key itself protects.
 */
public interface MessageSeals {

    /** The usable keys of these modules, read in one statement, still wrapped. */
    Keys of(Collection<String> modules);

    /** Keys that were read together. A key that was destroyed since still works here: use it for one batch of messages. */
    interface Keys {

        /** Whether the module has a key of this purpose and label that may open messages. */
        boolean has(String module, String purpose, String label);

        /**
         * Seals with XAES-256-GCM: a random nonce of 24 bytes, the ciphertext, a tag of 16 bytes.
         *
         * @param label as in {@link ModuleKeys}
         * @param use names the kind of messages, such as {@code SX-1 heartbeat}
         */
        byte[] seal(String module, String purpose, String label, String use, byte[] associatedData, byte[] plain);

        /** Opens what was sealed in this way; empty for anything else. */
        Optional<byte[]> open(
                String module, String purpose, String label, String use, byte[] associatedData, byte[] sealed);
    }
}
