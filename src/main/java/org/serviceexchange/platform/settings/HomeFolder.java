package org.serviceexchange.platform.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * The folder of all files of this instance, which only its owner may enter. A folder or database file that others could
 * read is closed to them at the start.
 */
final class HomeFolder {

    private static final String FOLDER = "rwx------";
    private static final String FILE = "rw-------";

    private final Path folder;

    HomeFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    /** Creates the folder if it is missing; {@code HOME_NOT_USABLE} if nothing can be written there. */
    void prepare() {
        try {
            Files.createDirectories(folder);
            if (isPosix()) {
                close(folder, FOLDER);
                for (Path file : databases()) {
                    close(file, FILE);
                }
            }
            Files.delete(Files.createTempFile(folder, ".", ".probe"));
        } catch (IOException e) {
            throw new Problem(ProblemCode.HOME_NOT_USABLE, e, folder);
        }
    }

    private boolean isPosix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private static void close(Path path, String permissions) throws IOException {
        var wanted = PosixFilePermissions.fromString(permissions);
        if (!wanted.containsAll(Files.getPosixFilePermissions(path))) {
            Files.setPosixFilePermissions(path, wanted);
        }
    }

    private List<Path> databases() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".db"))
                    .toList();
        }
    }
}
