package org.serviceexchange.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders for data and logs of the tested instances; kept until the next run, to find the reason of a failure. */
public final class Folders {

    private Folders() {}

    public static Path fresh(String name) throws IOException {
        Path folder = Path.of("target", "journey", name).toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }
}
