package org.serviceexchange.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Folders for data and logs of the tested instances; kept until the next run, to find the reason of a failure. */
public final class Folders {

    private Folders() {}

    /** The tests run in several JVMs at once, each with folders of its own. */
    public static Path fresh(String name) throws IOException {
        Path folder = Path.of("target", "journey", System.getProperty("service-exchange.fork", "jvm"), name)
                .toAbsolutePath();
        FileSystemUtils.deleteRecursively(folder);
        return Files.createDirectories(folder);
    }
}
