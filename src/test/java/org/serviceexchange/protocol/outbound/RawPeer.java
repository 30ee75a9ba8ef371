package org.serviceexchange.protocol.outbound;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A peer on this machine that responds with exactly the bytes of a test, well-formed or not. */
final class RawPeer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final AtomicInteger requests = new AtomicInteger();
    private final List<String> received = new CopyOnWriteArrayList<>();

    RawPeer(Answering answering) throws IOException {
        Thread thread = new Thread(() -> serve(answering), "raw-peer");
        thread.setDaemon(true);
        thread.start();
    }

    static RawPeer answering(String answer) throws IOException {
        return new RawPeer(out -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    URI address() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/path");
    }

    int requests() {
        return requests.get();
    }

    String received() {
        return String.join("", received);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve(Answering answering) {
        while (!socket.isClosed()) {
            try (Socket peer = socket.accept()) {
                requests.incrementAndGet();
                byte[] request = new byte[8192];
                int length = peer.getInputStream().read(request);
                received.add(new String(request, 0, Math.max(0, length), StandardCharsets.ISO_8859_1));
                answering.answer(peer.getOutputStream());
            } catch (IOException | InterruptedException e) {
                // The client closed the connection, or the test is over
            }
        }
    }

    /** Handles a request. */
    interface Answering {
        void answer(OutputStream out) throws IOException, InterruptedException;
    }
}
