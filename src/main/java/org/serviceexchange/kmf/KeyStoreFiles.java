package org.serviceexchange.kmf;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The files outside the database without which nothing in it can be opened again: what a backup must hold.
 *
 * @param keyStore the root key, encrypted with the passphrase
 * @param passphrase the file of the passphrase; null if the passphrase is given as a setting
 */
public record KeyStoreFiles(Path keyStore, @Nullable Path passphrase) {

    public KeyStoreFiles {
        keyStore = keyStore.toAbsolutePath().normalize();
        passphrase = passphrase == null ? null : passphrase.toAbsolutePath().normalize();
    }

    /** Whether one folder holds both, so that whoever copies it has the root key. */
    public boolean together() {
        return passphrase != null && Objects.equals(passphrase.getParent(), keyStore.getParent());
    }
}
