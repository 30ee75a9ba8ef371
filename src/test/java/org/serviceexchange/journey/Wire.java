package org.serviceexchange.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The network in front of an instance: counts what the other instance sends and receives, and loses answers on demand. */
final class Wire implements AutoCloseable {

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicReference<Fault> fault = new AtomicReference<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final int target;

    /** Listens on a port, or on any free one for 0. */
    Wire(int target, int port) throws IOException {
        this.target = target;
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next request to this path reaches the instance, but its answer is lost, and then the action runs. */
    void loseAnswer(String path, Runnable action) {
        fault.set(new Fault(path, action));
    }

    /** Whether the answer that was to be lost is lost. */
    boolean lost() {
        return fault.get() == null;
    }

    Traffic traffic() {
        return new Traffic(calls.get(), sent.get(), received.get());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    /** Everything the two instances said to each other over this wire. */
    String heard() {
        return String.join("", heard);
    }

    void request(boolean newCall, String text) {
        calls.addAndGet(newCall ? 1 : 0);
        sent.addAndGet(text.length());
        heard.add(text);
    }

    void answer(String text) {
        received.addAndGet(text.length());
        heard.add(text);
    }

    /** The fault that is due for a request with these first bytes, if any; due only once. */
    @Nullable
    Fault due(String start) {
        Fault next = fault.get();
        boolean due = next != null && start.startsWith("POST " + next.path() + " ");
        return due && fault.compareAndSet(next, null) ? next : null;
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket caller = socket.accept();
                threads.execute(() -> connect(caller));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void connect(Socket caller) {
        try (caller;
                Socket instance = new Socket(InetAddress.getLoopbackAddress(), target)) {
            new WireConnection(this, caller, instance).run(threads);
        } catch (IOException e) {
            // One side hung up, or the instance is down: the other side sees the same
        }
    }

    /** What goes wrong with a request. */
    record Fault(String path, Runnable action) {}

    /** What the other instance and this one said to each other, with headers. */
    record Traffic(long calls, long sent, long received) {
        Traffic since(Traffic before) {
            return new Traffic(calls - before.calls, sent - before.sent, received - before.received);
        }
    }
}
