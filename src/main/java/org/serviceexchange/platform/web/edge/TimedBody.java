package org.serviceexchange.platform.web.edge;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body for which nobody waits longer than its bytes are worth. What is done between two reads takes none of the time. */
final class TimedBody implements InputBuffer {

    private final InputBuffer body;
    private final long grace;
    private final int bytesPerSecond;
    private long waited;
    private long arrived;

    TimedBody(InputBuffer body, Duration grace, int bytesPerSecond) {
        this.body = body;
        this.grace = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        requireTime();
        long begun = System.nanoTime();
        int read = body.doRead(handler);
        waited += System.nanoTime() - begun;
        arrived += Math.max(0, read);
        if (read >= 0) {
            requireTime();
        }
        return read;
    }

    private void requireTime() throws IOException {
        if (expired()) {
            throw new IOException("The body of the request arrived too slowly.");
        }
    }

    /** Whether the body took more time than it had. */
    boolean expired() {
        return waited > grace + TimeUnit.SECONDS.toNanos(arrived) / bytesPerSecond;
    }

    @Override
    public int available() {
        return body.available();
    }
}
