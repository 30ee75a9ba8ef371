package org.serviceexchange.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** Where instances under test keep their data and logs; they stay there until the next run, for who looks for a reason. */
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
