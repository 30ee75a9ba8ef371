package org.serviceexchange.protocol.wire;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** How messages are refused: what is malformed is said, what fails cryptographically looks all the same from outside. */
public final class MessageRefusal {

    private MessageRefusal() {}

    /** The form is wrong; the reason is told to whoever writes the software of the peer. */
    static Problem malformed(String reason) {
        return new Problem(ProblemCode.MESSAGE_MALFORMED, reason);
    }

    /** The proof is wrong; the reason, by the last part of its key, is the cause of the problem, for the journal only. */
    public static Problem failed(String reason) {
        return new Problem(
                ProblemCode.EXCHANGE_FAILED, new ExchangeFailure(LocalizedMessage.of("exchange.failed." + reason)));
    }
}
