package org.serviceexchange.kmf;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What an operator does with the root key while no instance uses it. Each act may be interrupted at any moment: the instance
 * starts all the same, and the act can be repeated.
 */
public interface RootKeyCare {

    /**
     * Encrypts the key store with another passphrase.
     *
     * @param file the new passphrase, which the settings must name from now on; null: a random one takes the place of the one
     *     in the present file
     * @return the file that the passphrase is in from now on
     */
    Path changePassphrase(@Nullable Path file);

    /** Replaces the root key by a new one, and returns its id. */
    String rotateRootKey();
}
