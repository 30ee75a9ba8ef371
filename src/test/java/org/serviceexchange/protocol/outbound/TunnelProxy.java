package org.serviceexchange.protocol.outbound;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy on this machine that answers CONNECT with a tunnel to one port, whatever host was asked for. */
final class TunnelProxy implements AutoCloseable {

    private static final int REFUSES = -1;

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> tunnels = new CopyOnWriteArrayList<>();
    private final int target;

    TunnelProxy(int target) throws IOException {
        this.target = target;
        run(this::accept);
    }

    /** A proxy that lets nobody through. */
    static TunnelProxy refusing() throws IOException {
        return new TunnelProxy(REFUSES);
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort());
    }

    /** The hosts and ports that were asked for. */
    List<String> tunnels() {
        return tunnels;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            run(() -> serve(client));
        }
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String request = head(in);
            if (target == REFUSES || !request.startsWith("CONNECT ")) {
                client.getOutputStream()
                        .write("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                return;
            }
            tunnels.add(request.split(" ", -1)[1]);
            try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
                client.getOutputStream().write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                run(() -> copy(server.getInputStream(), client.getOutputStream()));
                copy(in, server.getOutputStream());
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] some = new byte[4096];
        for (int length = from.read(some); length >= 0; length = from.read(some)) {
            to.write(some, 0, length);
            to.flush();
        }
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // One of the ends closed the connection
                    }
                },
                "tunnel-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }
}
