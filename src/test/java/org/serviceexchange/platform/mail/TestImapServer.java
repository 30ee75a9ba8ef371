package org.serviceexchange.platform.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An IMAP server whose messages have any size and structure, without being written. */
final class TestImapServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByName("localhost"));
    private final List<Mail> mails;
    private final List<String> said = new CopyOnWriteArrayList<>();

    TestImapServer(List<Mail> mails) throws IOException {
        this.mails = mails;
        Thread thread = new Thread(this::serve, "imap-server");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * A message in the mailbox.
     *
     * @param structure as the server answers it
     */
    record Mail(int size, String structure) {}

    int port() {
        return socket.getLocalPort();
    }

    /** The commands of the clients, without their tags. */
    List<String> said() {
        return List.copyOf(said);
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
        say(client, "* OK ready\r\n");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String tag = line.substring(0, line.indexOf(' '));
            String command = line.substring(tag.length() + 1);
            said.add(command);
            say(client, answerTo(command) + tag + " OK done\r\n");
        }
    }

    private String answerTo(String command) {
        String[] words = command.split(" ", -1);
        return switch (words[0]) {
            case "CAPABILITY" -> "* CAPABILITY IMAP4rev1\r\n";
            case "SELECT" -> "* FLAGS ()\r\n* " + mails.size() + " EXISTS\r\n* OK [UIDVALIDITY 7] valid\r\n";
            case "SEARCH" -> ofAll("* SEARCH", " %d", "\r\n");
            case "FETCH" ->
                command.endsWith("(BODYSTRUCTURE)")
                        ? "* " + words[1] + " FETCH (BODYSTRUCTURE "
                                + mails.get(Integer.parseInt(words[1]) - 1).structure() + ")\r\n"
                        : ofAll("", "* %1$d FETCH (UID 10%1$d RFC822.SIZE %2$d)\r\n", "");
            case "LOGOUT" -> "* BYE\r\n";
            default -> "";
        };
    }

    private String ofAll(String first, String each, String last) {
        StringBuilder all = new StringBuilder(first);
        for (int number = 1; number <= mails.size(); number++) {
            all.append(String.format(each, number, mails.get(number - 1).size()));
        }
        return all.append(last).toString();
    }

    private static void say(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(UTF_8));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
