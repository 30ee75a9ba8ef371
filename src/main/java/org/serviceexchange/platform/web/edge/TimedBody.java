package org.serviceexchange.platform.web.edge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/** A body for which nobody waits longer than its bytes are worth. What is done between two reads takes none of the time. */
final class TimedBody implements InputBuffer {

    /** As for Tomcat. */
    private static final long LONGEST_REST = 2L * 1024 * 1024;

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

    /** Reads what is left, if it comes in time and is no longer than a container would read; whether that was all. */
    boolean readToEnd() {
        Unread nowhere = new Unread();
        try {
            while (arrived < LONGEST_REST) {
                if (doRead(nowhere) < 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException tooSlowOrGone) {
            return false;
        }
    }

    /** Takes bytes that nobody reads. */
    private static final class Unread implements ApplicationBufferHandler {

        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {}
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
