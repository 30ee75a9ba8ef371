package org.serviceexchange.kmf.rootkey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import org.serviceexchange.kmf.PlaceOwner;
import org.serviceexchange.platform.settings.DurableNames;

/** Files that only their owner may read and write. */
final class OwnerOnlyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    /** What root may allow when it lends a file: systemd (LoadCredential) and Kubernetes (secrets) do so by the group or an ACL. */
    private static final Set<PosixFilePermission> LENT =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_READ);

    private static final int ROOT = 0;
    private static final Path OURSELVES = Path.of("/proc/self");

    private OwnerOnlyFile() {}

    /** Creates the file with its whole content atomically; an existing file is left unchanged. */
    static void create(Path file, byte[] content) {
        try {
            Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent(), "the folder of a file");
            Files.createDirectories(folder);
            Path draft = Files.createTempFile(folder, ".", ".draft", attributes(folder));
            try {
                write(draft, content);
                PlaceOwner.take(draft);
                publish(draft, file);
                DurableNames.force(folder);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
        }
    }

    /**
     * Gives the file another content at once: whoever reads it finds the old one or the new one, also after a power cut. It stays
     * with its owner.
     */
    static void replace(Path file, byte[] content) {
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        try {
            // Left by a process that was killed
            Files.deleteIfExists(draft);
            Files.createFile(draft, attributes(draft));
            write(draft, content);
            PlaceOwner.take(draft, file);
            DurableNames.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written.", e);
        }
    }

    /** Returns once the disk has it. */
    private static void write(Path draft, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
    }

    /** A hard link to an existing name fails, whereas a move would replace the file. */
    private static void publish(Path draft, Path file) throws IOException {
        try {
            Files.createLink(file, draft);
        } catch (UnsupportedOperationException e) {
            Files.move(draft, file);
        } catch (FileAlreadyExistsException e) {
            // another node created it at the same time
        }
    }

    /**
     * Whether anyone may read or write the file but its owner and, if it is root's, those to whom root lends it for reading; false if
     * the file system has no permissions.
     */
    static boolean isOpenToOthers(Path file) throws IOException {
        return isPosix(file) && isOpenToOthers(Files.getPosixFilePermissions(file), owner(file), owner(OURSELVES));
    }

    /** The same, for a file with these permissions, of this user, that another or the same user reads; no number is an unknown user. */
    static boolean isOpenToOthers(Set<PosixFilePermission> permissions, OptionalInt owner, OptionalInt reader) {
        boolean lent = owner.equals(OptionalInt.of(ROOT)) && reader.isPresent() && !reader.equals(owner);
        return !(lent ? LENT : OWNER_ONLY).containsAll(permissions);
    }

    private static OptionalInt owner(Path file) throws IOException {
        return Files.exists(file)
                        && file.getFileSystem().supportedFileAttributeViews().contains("unix")
                ? OptionalInt.of((Integer) Files.getAttribute(file, "unix:uid"))
                : OptionalInt.empty();
    }

    private static FileAttribute<?>[] attributes(Path folder) {
        return isPosix(folder)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
