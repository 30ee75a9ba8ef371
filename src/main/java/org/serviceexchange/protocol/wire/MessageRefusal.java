package org.serviceexchange.protocol.wire;

import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Problems of refused messages: a malformed message is refused with a reason, while all cryptographic failures look the
 * same to the peer.
 */
public final class MessageRefusal {

    private MessageRefusal() {}

    /** The message is malformed; the reason is for the developer of the peer's software. */
    static Problem malformed(String reason) {
        return new Problem(ProblemCode.MESSAGE_MALFORMED, reason);
    }

    /**
     * The verification failed; {@code reason} is the last part of the message key {@code exchange.failed.*} and becomes
     * the cause of the problem, for the journal only.
     */
    public static Problem failed(String reason) {
        return new Problem(
                ProblemCode.EXCHANGE_FAILED, new ExchangeFailure(LocalizedMessage.of("exchange.failed." + reason)));
    }
}
