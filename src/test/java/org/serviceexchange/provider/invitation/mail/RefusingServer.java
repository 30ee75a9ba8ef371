package org.serviceexchange.provider.invitation.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;

/** A mail server that answers to every recipient with the same line. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    private final String answer;
    private final String greeting;
    private volatile String said = "";

    RefusingServer(String answer) throws IOException {
        this(answer, "");
    }

    /** @param extension of SMTP that the server offers */
    RefusingServer(String answer, String extension) throws IOException {
        this.answer = answer;
        this.greeting = extension.isEmpty() ? "250 ok" : "250-localhost\r\n250 " + extension;
        Thread thread = new Thread(this::serve, "refusing-mail-server");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The lines of the clients. */
    String said() {
        return said;
    }

    private void serve() {
        try {
            while (true) {
                try (Socket client = socket.accept()) {
                    talk(client);
                }
            }
        } catch (SocketException closed) {
            // The test is over
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void talk(Socket client) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(client.getInputStream(), UTF_8));
        say(client, "220 ready");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said = said.isEmpty() ? line : said + "\n" + line;
            say(client, answerTo(line));
        }
    }

    private String answerTo(String line) {
        return switch (line.substring(0, Math.min(4, line.length()))) {
            case "EHLO" -> greeting;
            case "RCPT" -> answer;
            case "QUIT" -> "221 bye";
            default -> "250 ok";
        };
    }

    private static void say(Socket client, String line) throws IOException {
        client.getOutputStream().write((line + "\r\n").getBytes(UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
