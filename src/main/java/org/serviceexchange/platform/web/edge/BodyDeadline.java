package org.serviceexchange.platform.web.edge;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.springframework.http.HttpStatus;

/**
 * Bounds the time that the body of a request takes, whoever reads it: a servlet, a filter, or the container itself, which
 * reads forms, and after an answer what nobody has read.
 *
 * <p>Security guarantees: A body that arrives too slowly is answered with 408 and its connection closed. After the answer
 * a body that nobody wants is read on for a second, so that its sender gets the answer, and then its connection closed.
 */
class BodyDeadline extends ValveBase {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int BYTES_PER_SECOND = 4_000;

    /** What is sent without pauses is read to its end. */
    private static final Duration REST = Duration.ofSeconds(1);

    private static final int REST_PER_SECOND = 10_000_000;

    private final Duration grace;
    private final int bytesPerSecond;

    BodyDeadline() {
        this(GRACE, BYTES_PER_SECOND);
    }

    /**
     * @param grace time that every body has
     * @param bytesPerSecond a body has a second more for so many bytes that have arrived
     */
    BodyDeadline(Duration grace, int bytesPerSecond) {
        super(true);
        this.grace = grace;
        this.bytesPerSecond = bytesPerSecond;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        org.apache.coyote.Request connection = request.getCoyoteRequest();
        InputBuffer untimed = connection.getInputBuffer();
        TimedBody timed = new TimedBody(untimed, grace, bytesPerSecond);
        connection.setInputBuffer(timed);
        try {
            getNext().invoke(request, response);
        } finally {
            connection.setInputBuffer(untimed);
            if (timed.expired() && !response.isCommitted()) {
                response.reset();
                response.setStatus(HttpStatus.REQUEST_TIMEOUT.value());
            }
            if (!connection.isFinished()) {
                leave(connection, untimed, response);
            }
        }
    }

    /** The container makes an error of a good answer that it has not sent yet when it does not read on. */
    private static void leave(org.apache.coyote.Request connection, InputBuffer body, Response response)
            throws IOException {
        if (response.getStatus() < HttpStatus.BAD_REQUEST.value()) {
            response.finishResponse();
        }
        if (!new TimedBody(body, REST, REST_PER_SECOND).readToEnd()) {
            connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }
}
