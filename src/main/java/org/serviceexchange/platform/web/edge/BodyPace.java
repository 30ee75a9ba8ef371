package org.serviceexchange.platform.web.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.jspecify.annotations.Nullable;

/**
 * Gives every body a deadline and a minimum rate, whoever reads it: filters, controllers or the container's own form
 * parser. A body that nobody read to its end is not waited for; its connection is closed after the response.
 */
class BodyPace extends ValveBase {

    private static final int MOST_DRAINED = 64 * 1024;

    private final Duration deadline;

    BodyPace(Duration deadline) {
        super(true);
        this.deadline = deadline;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var connection = request.getCoyoteRequest();
        var source = connection.getInputBuffer();
        PacedBody body = new PacedBody(source, request.getContentLengthLong(), deadline);
        connection.setInputBuffer(body);
        try {
            getNext().invoke(request, response);
        } finally {
            if (hasBody(request)) {
                drain(body);
                if (!body.ended()) {
                    connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
                }
            }
            connection.setInputBuffer(source);
        }
    }

    private static boolean hasBody(Request request) {
        return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    }

    /** Reads what has arrived already: a client that has sent all of its small body gets to read the response. */
    private static void drain(PacedBody body) {
        Forgotten nothing = new Forgotten();
        try {
            while (!body.ended() && body.available() > 0 && body.received() < MOST_DRAINED) {
                body.doRead(nothing);
            }
        } catch (IOException gone) {
            // The connection is closed by the caller, because the body has not ended
        }
    }

    /** Takes what the container read, and keeps nothing. */
    private static final class Forgotten implements ApplicationBufferHandler {

        private @Nullable ByteBuffer last;

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public @Nullable ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // Nothing is kept
        }
    }
}
