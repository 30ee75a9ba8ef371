package org.serviceexchange.kmf.rootkey;

import java.util.List;
import java.util.Map;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Stores the instance root key (IRK), which protects all other keys.
 *
 * <p>Security guarantees: The key never enters the database. An existing store is never made anew. A key is taken out only
 * once no row needs it.
 *
 * <p>A store in hardware or in another service can stand behind this interface.
 */
public interface RootKeyStore {

    /** The id by which key rows refer to the first root key; later ones count on. */
    String ROOT_KEY_ID = "irk-1";

    /** The name of the store in messages, such as its path. */
    String name();

    boolean exists();

    /**
     * Creates the store with a new AES-256 key; does nothing if it exists, for instance because another node created
     * it.
     */
    void create();

    /**
     * Copies of all root keys by their ids, which the caller wipes; a problem SX-40xx if the store cannot be used. There is
     * one, and another one while a rotation is not finished.
     */
    Map<String, byte[]> rootKeys();

    /**
     * Ends a change of the passphrase that was interrupted, if the new one opens the store already: it takes the place of the
     * former one. An {@link java.io.UncheckedIOException} if that fails.
     */
    void settle();

    /** Puts exactly these keys into the store, at once or not at all. */
    void keep(Map<String, byte[]> keys);

    /** Weaknesses that do not prevent operation, such as a file that others may read; empty if there are none. */
    List<LocalizedMessage> weaknesses();
}
