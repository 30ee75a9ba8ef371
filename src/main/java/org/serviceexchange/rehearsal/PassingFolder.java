package org.serviceexchange.rehearsal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder that is deleted with all that is in it, also when somebody ends the program meanwhile. */
final class PassingFolder implements AutoCloseable {

    private final Path root;

    PassingFolder(String name) throws IOException {
        root = Files.createTempDirectory(name);
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "passing-folder"));
    }

    /** Creates a folder in it. */
    Path folder(String name) throws IOException {
        return Files.createDirectory(root.resolve(name));
    }

    /** Deletes it; a second time changes nothing. */
    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
