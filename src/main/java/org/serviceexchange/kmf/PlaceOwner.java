package org.serviceexchange.kmf;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Leaves to the user of an instance what root writes in its folders, because commands that need the passphrase may be run as
 * root. Otherwise the instance could not read its own files any more.
 */
public final class PlaceOwner {

    private static final Logger LOG = LoggerFactory.getLogger(PlaceOwner.class);
    private static final int ROOT = 0;

    private PlaceOwner() {}

    /**
     * Gives a new file or folder to whoever owns what it stands for; that is the file that it replaces or, if there is none, the
     * folder in which it is. Nothing happens unless it is root's and the other one is not.
     */
    public static void take(Path made, Path replaced) throws IOException {
        Path place = Files.exists(replaced) ? replaced : made.toAbsolutePath().getParent();
        if (place == null || !isOfRoot(made) || isOfRoot(place)) {
            return;
        }
        try {
            // A link that the other user put in the place of the file is not followed: root would give away what it
            // leads to
            Files.setAttribute(made, "posix:owner", Files.getOwner(place), LinkOption.NOFOLLOW_LINKS);
        } catch (FileSystemException e) {
            // Root of a container often may not; then the instance most likely runs as this root too
            LOG.warn("{} stays root's, although {} is not: {}", made, place, e.getMessage());
        }
    }

    /** The same for what replaces nothing. */
    public static void take(Path made) throws IOException {
        Path place = made.toAbsolutePath().getParent();
        if (place != null) {
            take(made, place);
        }
    }

    private static boolean isOfRoot(Path path) throws IOException {
        return path.getFileSystem().supportedFileAttributeViews().contains("unix")
                && Files.getAttribute(path, "unix:uid").equals(ROOT);
    }
}
