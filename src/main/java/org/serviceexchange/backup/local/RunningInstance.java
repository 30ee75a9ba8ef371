package org.serviceexchange.backup.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** The instance that runs on this machine with this home folder, as a command sees it. */
public final class RunningInstance {

    private final Path socket;

    public RunningInstance(Path home) {
        this.socket = home.resolve(LocalRequests.SOCKET);
    }

    /**
     * Asks it for a backup; empty if none runs. An {@link IOException} if it ends before it has answered.
     *
     * @param progress is told a line now and then
     */
    public Optional<Answer> takeBackup(Path folder, Locale language, Consumer<String> progress) throws IOException {
        if (!Files.exists(socket)) {
            return Optional.empty();
        }
        SocketChannel channel;
        try {
            channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        } catch (IOException nobodyThere) {
            return Optional.empty();
        }
        try (channel) {
            PrintWriter out = new PrintWriter(Channels.newWriter(channel, StandardCharsets.UTF_8), true);
            out.println(folder.toAbsolutePath().normalize());
            out.println(language.toLanguageTag());
            BufferedReader in = new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8));
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String text = line.substring(1);
                if (!LocalAnswer.PROGRESS.is(line)) {
                    return Optional.of(new Answer(LocalAnswer.DONE.is(line), text));
                }
                progress.accept(text);
            }
            throw new IOException(socket + ": no answer");
        }
    }

    /** How it ended, as a sentence. */
    public record Answer(boolean done, String text) {}
}
