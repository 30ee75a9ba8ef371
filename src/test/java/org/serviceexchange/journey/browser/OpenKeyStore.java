package org.serviceexchange.journey.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.serviceexchange.journey.Instance;

/** A key store that all users of the machine may read, so that key management is not operational. */
final class OpenKeyStore {

    private final Path file;

    OpenKeyStore(Instance instance) throws IOException {
        file = instance.home().resolve("key-store.bcfks");
        allow("rw-r--r--");
    }

    void repair() throws IOException {
        allow("rw-------");
    }

    private void allow(String permissions) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }
}
