package org.serviceexchange.backup;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.serviceexchange.kmf.PlaceOwner;
import org.serviceexchange.platform.settings.DurableNames;

/**
 * Files and folders of a backup, which only their owner may read, and which are on the disk before anybody relies on them. What
 * root makes belongs to whoever owns the folder around it.
 */
public final class OwnerOnly {

    private static final String FILE = "rw-------";
    private static final String FOLDER = "rwx------";

    private OwnerOnly() {}

    /** A new folder beside this one, into which its content is written before it gets its name. */
    static Path draftOf(Path folder) throws IOException {
        Path parent = folder.toAbsolutePath().normalize().getParent();
        if (parent == null) {
            throw new IOException(folder + " is no folder that can be made");
        }
        Files.createDirectories(parent);
        Path draft = Files.createTempDirectory(parent, "." + folder.getFileName() + ".", attributes(parent, FOLDER));
        PlaceOwner.take(draft);
        return draft;
    }

    /** Creates an empty file; fails if it exists. */
    static void create(Path file) throws IOException {
        Files.createFile(file, attributes(file, FILE));
        PlaceOwner.take(file);
    }

    /** Creates a file with this content; fails if it exists. */
    static void write(Path file, byte[] content) throws IOException {
        create(file);
        Files.write(file, content);
        force(file);
    }

    /** Copies a file to a name that it gets only once all of it is there. */
    public static void copy(Path from, Path to) throws IOException {
        Path draft = to.resolveSibling("." + to.getFileName() + ".draft");
        Files.deleteIfExists(draft);
        write(draft, Files.readAllBytes(from));
        DurableNames.move(draft, to);
    }

    /** Makes a folder unless it is there. */
    public static void createFolder(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            Path parent = folder.toAbsolutePath().getParent();
            Files.createDirectories(folder, attributes(parent == null ? folder : parent, FOLDER));
            PlaceOwner.take(folder);
        }
    }

    /** Waits until the disk has the file. */
    public static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Closes a file to others that something else made. */
    public static void close(Path file) throws IOException {
        if (isPosix(file)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(FILE));
        }
    }

    /** The same for a file that becomes part of an instance. */
    public static void closeAndGive(Path file) throws IOException {
        close(file);
        PlaceOwner.take(file);
    }

    /** Deletes a folder with all that is in it; nothing happens if there is none. */
    public static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }

    private static FileAttribute<?>[] attributes(Path place, String permissions) {
        return isPosix(place)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
