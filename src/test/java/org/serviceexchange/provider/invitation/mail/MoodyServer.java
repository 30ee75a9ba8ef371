package org.serviceexchange.provider.invitation.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that answers at each step of SMTP as usual, or as a test says. */
final class MoodyServer implements AutoCloseable {

    /** In place of an answer: the connection ends. */
    static final String HANGS_UP = "hangs up";
    /** In place of an answer: none comes. */
    static final String IS_SILENT = "is silent";
    /** The step before a client has said anything. */
    static final String GREETING = "GREETING";
    /** The step after the last line of the e-mail. */
    static final String END_OF_DATA = ".";

    private static final Map<String, String> USUAL = Map.of(
            GREETING, "220 ready",
            "EHLO", "250-localhost\r\n250-STARTTLS\r\n250 AUTH PLAIN",
            "STARTTLS", "220 go on",
            "AUTH", "235 welcome",
            "DATA", "354 go on",
            "QUIT", "221 bye");

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    private final Map<String, String> moods = new ConcurrentHashMap<>();
    private final AtomicInteger taken = new AtomicInteger();

    MoodyServer() throws IOException {
        Thread thread = new Thread(this::serve, "moody-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    MoodyServer at(String step, String answer) {
        moods.put(step, answer);
        return this;
    }

    /** From now on everything is as usual. */
    void calm() {
        moods.clear();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** E-mails that arrived as a whole and were not refused. */
    int taken() {
        return taken.get();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException e) {
                // The client has gone, or the test is over
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(client.getInputStream(), ISO_8859_1));
        if (!say(client, GREETING)) {
            return;
        }
        boolean inData = false;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (inData && !line.equals(END_OF_DATA)) {
                continue;
            }
            String step = inData ? END_OF_DATA : line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
            inData = step.equals("DATA") && !moods.containsKey("DATA");
            if (step.equals(END_OF_DATA) && !moods.getOrDefault(step, "250").matches("[45].*")) {
                taken.incrementAndGet();
            }
            if (!say(client, step)) {
                return;
            }
        }
    }

    /** Whether the connection goes on. */
    private boolean say(Socket client, String step) throws IOException {
        String answer = moods.getOrDefault(step, USUAL.getOrDefault(step, "250 ok"));
        if (answer.equals(IS_SILENT)) {
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
        if (answer.equals(IS_SILENT) || answer.equals(HANGS_UP)) {
            return false;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(ISO_8859_1));
        client.getOutputStream().flush();
        return true;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
