package org.serviceexchange.journey;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One connection through a wire; callers identify themselves in their first request. */
final class WireConnection {

    private static final Pattern REQUEST = Pattern.compile("(GET|POST) /.*", Pattern.DOTALL);
    private static final Pattern CONNECTION = Pattern.compile("(?i)\\r\\n(connection|upgrade|http2-settings): [^\\r]*");
    private static final int BLOCK = 16384;

    private final Wire wire;
    private final Socket caller;
    private final Socket instance;
    private volatile boolean peer;
    private volatile Wire.@Nullable Fault due;

    WireConnection(Wire wire, Socket caller, Socket instance) {
        this.wire = wire;
        this.caller = caller;
        this.instance = instance;
    }

    void run(Executor threads) throws IOException {
        threads.execute(this::passRequests);
        passAnswers();
    }

    private void passRequests() {
        try {
            InputStream in = caller.getInputStream();
            OutputStream out = instance.getOutputStream();
            byte[] block = new byte[BLOCK];
            for (int length = in.read(block); length >= 0; length = in.read(block)) {
                String text = new String(block, 0, length, ISO_8859_1);
                NetworkFault trouble = inspect(text);
                if (trouble != null) {
                    wire.happen(trouble, caller, Arrays.copyOf(block, length));
                    caller.close();
                    instance.close();
                    return;
                }
                Wire.Fault fault = due;
                if (fault != null && !fault.delivered()) {
                    fault.action().run();
                    caller.close();
                    return;
                }
                out.write(wire.hasSeveralNodes() ? onlyRequest(text) : Arrays.copyOf(block, length));
                out.flush();
            }
            instance.shutdownOutput();
        } catch (IOException e) {
            // The other direction ends as well
        }
    }

    /** A request after which both sides close the connection, so that the next one goes to another node. */
    private static byte[] onlyRequest(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0 || !REQUEST.matcher(text).matches()) {
            return text.getBytes(ISO_8859_1);
        }
        String head = CONNECTION.matcher(text.substring(0, end)).replaceAll("") + "\r\nConnection: close";
        return (head + text.substring(end)).getBytes(ISO_8859_1);
    }

    /** What happens to the request that begins with these bytes, or null. */
    private @Nullable NetworkFault inspect(String text) {
        boolean start = REQUEST.matcher(text).matches();
        if (start) {
            peer = text.contains("User-Agent: service-exchange");
            due = wire.due(text);
        }
        if (peer) {
            wire.request(start, text);
        }
        return peer && start ? wire.faults().next() : null;
    }

    private void passAnswers() throws IOException {
        InputStream in = instance.getInputStream();
        OutputStream out = caller.getOutputStream();
        byte[] block = new byte[BLOCK];
        for (int length = in.read(block); length >= 0; length = in.read(block)) {
            Wire.Fault fault = due;
            if (fault != null) {
                fault.action().run();
                return;
            }
            if (peer) {
                wire.answer(new String(block, 0, length, ISO_8859_1));
            }
            out.write(block, 0, length);
            out.flush();
        }
    }
}
