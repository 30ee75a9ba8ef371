package org.serviceexchange.protocol.wire;

import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/**
 * Reads responses of peers; every error is a {@code PEER_ANSWER_INVALID} problem that names the peer, except
 * {@code VERSION_UNSUPPORTED}.
 */
public final class Responses {

    private Responses() {}

    /** Reads an envelope of this type; does not verify its signature. */
    public static SignedEnvelope read(byte[] response, MessageType type, String peer) {
        try {
            return SignedEnvelope.read(response, type);
        } catch (Problem e) {
            throw invalid(e, peer);
        }
    }

    /** Parses the payload of an envelope. */
    public static <T> T payload(SignedEnvelope envelope, Class<T> form, String peer) {
        try {
            return Wire.read(envelope.payload(), form);
        } catch (Problem e) {
            throw invalid(e, peer);
        }
    }

    /** Throws {@code PEER_ANSWER_INVALID} unless the condition holds. */
    public static void require(boolean condition, String peer) {
        if (!condition) {
            throw new Problem(ProblemCode.PEER_ANSWER_INVALID, peer);
        }
    }

    private static Problem invalid(Problem reason, String peer) {
        return reason.code() == ProblemCode.VERSION_UNSUPPORTED
                ? reason
                : new Problem(ProblemCode.PEER_ANSWER_INVALID, reason, peer);
    }
}
