package org.serviceexchange.platform.web.edge;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body that must arrive before a deadline, and after a third of that time at a minimum rate. */
class PacedBody implements InputBuffer {

    private static final long BYTES_A_SECOND = 500;

    private final InputBuffer source;
    private final long length;
    private final long deadline;
    private final long started = System.nanoTime();
    private long received;
    private boolean ended;

    /** The length is that of the header, or -1 if there is none. */
    PacedBody(InputBuffer source, long length, Duration deadline) {
        this.source = source;
        this.length = length;
        this.deadline = deadline.toNanos();
    }

    @Override
    public int doRead(ApplicationBufferHandler target) throws IOException {
        int count = source.doRead(target);
        received += Math.max(0, count);
        ended = count < 0 || received == length;
        long elapsed = System.nanoTime() - started;
        if (!ended && (elapsed > deadline || tooSlow(elapsed))) {
            throw new SocketTimeoutException("The body of the request arrives too slowly.");
        }
        return count;
    }

    private boolean tooSlow(long elapsed) {
        return elapsed > deadline / 3 && received < BYTES_A_SECOND * Duration.ofNanos(elapsed).toMillis() / 1_000;
    }

    @Override
    public int available() {
        return source.available();
    }

    boolean ended() {
        return ended;
    }

    long received() {
        return received;
    }
}
