package org.serviceexchange.kmf.rootkey;

import java.util.List;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * Keeps the instance root key IRK, from which all other keys hang.
 *
 * <p>Security guarantees: The key never enters the database. An existing store is never replaced.
 *
 * <p>A store in hardware or in another service can stand behind this interface.
 */
public interface RootKeyStore {

    /** The id under which rows name the root key. */
    String ROOT_KEY_ID = "irk-1";

    /** How people call the store in messages, such as its path. */
    String name();

    boolean exists();

    /** Makes the store with a new AES-256 key; if it exists by now, for instance made by another node, nothing. */
    void create();

    /** A copy of the root key, which the caller wipes; a problem of 40xx if the store is not what it should be. */
    byte[] rootKey();

    /** What is not wrong but should be better, such as a file that others may read; empty is good. */
    List<LocalizedMessage> weaknesses();
}
