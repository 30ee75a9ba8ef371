package org.serviceexchange.backup.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.backup.Databases;
import org.serviceexchange.backup.Manifest;
import org.serviceexchange.backup.OwnerOnly;
import org.serviceexchange.backup.TakeBackup;
import org.serviceexchange.platform.message.Languages;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Takes backups for a command on the same machine, one at a time, because no other program can read an embedded database
 * while it is in use.
 *
 * <p>They ask through a socket in the home folder, which nobody but the user of the instance may use: whoever can ask could
 * read database and key store anyway. No network leads here.
 */
@Component
class LocalRequests implements DisposableBean {

    /** In the home folder. */
    static final String SOCKET = "backup.socket";

    private static final Logger LOG = LoggerFactory.getLogger(LocalRequests.class);

    private final Path socket;
    private final TakeBackup backups;
    private final Databases databases;
    private volatile @Nullable ServerSocketChannel server;

    LocalRequests(InstanceSettings instance, TakeBackup backups, Databases databases) {
        this.socket = instance.home().resolve(SOCKET);
        this.backups = backups;
        this.databases = databases;
    }

    /** An instance without it does all but this. */
    @EventListener(ApplicationReadyEvent.class)
    void open() {
        try {
            Files.createDirectories(socket.toAbsolutePath().getParent());
            // Left by a process that was killed
            Files.deleteIfExists(socket);
            ServerSocketChannel opened = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            opened.bind(UnixDomainSocketAddress.of(socket));
            OwnerOnly.close(socket);
            server = opened;
            Thread thread = new Thread(() -> serve(opened), "backup-requests");
            thread.setDaemon(true);
            thread.start();
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "The socket {} cannot be opened ({}): a backup of an embedded database can be taken only while this instance is stopped.",
                    socket,
                    e.getMessage());
        }
    }

    private void serve(ServerSocketChannel opened) {
        while (opened.isOpen()) {
            try (SocketChannel asked = opened.accept()) {
                answer(asked);
            } catch (ClosedChannelException stopped) {
                return;
            } catch (IOException e) {
                LOG.warn("A request for a backup was not answered: {}", e.getMessage());
            }
        }
    }

    /** Two lines ask: the folder, and the language of the answer. */
    private void answer(SocketChannel asked) throws IOException {
        BufferedReader in = new BufferedReader(Channels.newReader(asked, StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(Channels.newWriter(asked, StandardCharsets.UTF_8), true);
        String folder = in.readLine();
        String tag = in.readLine();
        if (folder == null || tag == null) {
            return;
        }
        Locale language = Languages.tagged(tag).orElse(Languages.DEFAULT);
        try {
            Manifest made = backups.into(
                    Path.of(folder),
                    databases.running(),
                    (table, rows) -> out.println(LocalAnswer.PROGRESS.line(table + " " + rows)));
            LOG.info("A backup was taken: {}", folder);
            out.println(LocalAnswer.DONE.line(text("backup.taken", language, folder, made.rows(), made.schema())));
        } catch (Problem refused) {
            out.println(LocalAnswer.REFUSED.line(refused.sentence(language)));
        } catch (IOException | RuntimeException failed) {
            LOG.error("A backup failed.", failed);
            out.println(
                    LocalAnswer.REFUSED.line(text("command.failed", language, String.valueOf(failed.getMessage()))));
        }
    }

    private static String text(String key, Locale language, Object... arguments) {
        return LocalizedMessage.of(key, arguments).in(language);
    }

    @Override
    public void destroy() throws IOException {
        ServerSocketChannel opened = server;
        if (opened != null) {
            opened.close();
            Files.deleteIfExists(socket);
        }
    }
}
