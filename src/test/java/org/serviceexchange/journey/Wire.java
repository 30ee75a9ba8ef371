package org.serviceexchange.journey;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A proxy in front of an instance: counts the bytes that the other instance sends and receives, and drops responses on
 * demand.
 */
final class Wire implements AutoCloseable {

    private static final Pattern START = Pattern.compile("((?:GET|POST) /[^ ?]*)\\S* HTTP/1");

    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "wire");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Fault> planned = new CopyOnWriteArrayList<>();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private final List<Integer> targets = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean severalNodes;
    private volatile NetworkFaults faults = NetworkFaults.none();

    /** Listens on a port, or on any free one for 0. */
    Wire(int port) throws IOException {
        socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** Adds a node; with several the next request goes to the next one that is there. */
    void leadsTo(int target) {
        targets.add(target);
        severalNodes |= targets.size() > 1;
    }

    /** Leaves a node out, as a proxy does that asks whether it is ready. */
    void leaves(int target) {
        targets.remove(Integer.valueOf(target));
    }

    /** Whether there are or were several. */
    boolean hasSeveralNodes() {
        return severalNodes;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Delivers the next POST request to this path, drops its response, and then runs the action. */
    void loseAnswer(String path, Runnable action) {
        loseAnswerOf("POST " + path, action);
    }

    /** Drops the next POST request to this path, and then runs the action. */
    void loseRequest(String path, Runnable action) {
        loseRequestOf("POST " + path, action);
    }

    /** Delivers the next such request, runs the action, and then drops the response. */
    void loseAnswerOf(String methodAndPath, Runnable action) {
        planned.add(new Fault(methodAndPath, true, action));
    }

    /** Runs the action, and then drops the next such request. */
    void loseRequestOf(String methodAndPath, Runnable action) {
        planned.add(new Fault(methodAndPath, false, action));
    }

    /** Forgets what was planned and has not happened. */
    void loseNothing() {
        planned.clear();
    }

    /** Methods and paths of all messages, without what follows a question mark. */
    Set<String> messages() {
        Set<String> messages = new TreeSet<>();
        Matcher starts = START.matcher(heard());
        while (starts.find()) {
            messages.add(starts.group(1));
        }
        return messages;
    }

    /** From now on faults happen to requests of the other instance. */
    void faults(NetworkFaults drawn) {
        faults = drawn;
    }

    NetworkFaults faults() {
        return faults;
    }

    void happen(NetworkFault fault, Socket caller, byte[] begun) throws IOException {
        new FaultyExchange(caller, targets.get(0)).happen(fault, begun);
    }

    /** Whether the response has been dropped. */
    boolean lost() {
        return planned.isEmpty();
    }

    Traffic traffic() {
        return new Traffic(calls.get(), sent.get(), received.get());
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }

    /** All bytes that the two instances exchanged over this wire. */
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

    /** The fault for a request with these first bytes, if one is planned; each occurs once. */
    @Nullable
    Fault due(String start) {
        Matcher begin = START.matcher(start);
        String request = begin.lookingAt() ? begin.group(1) : "";
        for (Fault next : List.copyOf(planned)) {
            if (next.request().equals(request) && planned.remove(next)) {
                return next;
            }
        }
        return null;
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
                Socket instance = node(targets.size())) {
            new WireConnection(this, caller, instance).run(threads);
        } catch (IOException e) {
            // One side closed the connection, or the instance is down; the other side observes the same
        }
    }

    /** The next node that takes a connection. */
    private Socket node(int tries) throws IOException {
        int target = targets.get(Math.floorMod(turn.getAndIncrement(), targets.size()));
        try {
            return new Socket(InetAddress.getLoopbackAddress(), target);
        } catch (IOException down) {
            if (tries > 1) {
                return node(tries - 1);
            }
            throw down;
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    /** A fault of a request, which is delivered or not. */
    record Fault(String request, boolean delivered, Runnable action) {}

    /** The exchanged bytes, including headers. */
    record Traffic(long calls, long sent, long received) {
        Traffic since(Traffic before) {
            return new Traffic(calls - before.calls, sent - before.sent, received - before.received);
        }
    }
}
