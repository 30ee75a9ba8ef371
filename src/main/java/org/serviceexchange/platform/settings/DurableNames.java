package org.serviceexchange.platform.settings;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Names of files that survive a power cut: a disk that has the content of a file need not have its new name yet. */
public final class DurableNames {

    private DurableNames() {}

    /** Gives a file or folder another name, and waits until the disk has it. */
    public static void move(Path from, Path to, CopyOption... how) throws IOException {
        Files.move(from, to, how);
        Path folder = to.toAbsolutePath().getParent();
        if (folder != null) {
            force(folder);
        }
    }

    /** Waits until the disk has the names in this folder. */
    public static void force(Path folder) {
        if (!folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Some network file systems refuse it for folders, and keep names in their own way
        }
    }
}
