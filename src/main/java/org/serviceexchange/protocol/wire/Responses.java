package org.serviceexchange.protocol.wire;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Supplier;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;

/**
 * Reads responses of peers; every error is a {@code PEER_ANSWER_INVALID} problem that names the peer, except
 * {@code VERSION_UNSUPPORTED}.
 */
public final class Responses {

    private static final Set<ProblemCode> FAULTS =
            EnumSet.of(ProblemCode.MESSAGE_MALFORMED, ProblemCode.EXCHANGE_FAILED);

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

    /**
     * Throws {@code PEER_ANSWER_INVALID} unless the condition holds; {@code fault} is the last part of the message key
     * {@code exchange.answer.*}.
     */
    public static void require(boolean condition, String peer, String fault) {
        if (!condition) {
            throw new Problem(
                    ProblemCode.PEER_ANSWER_INVALID,
                    InstanceAddress.shown(peer),
                    LocalizedMessage.of("exchange.answer." + fault));
        }
    }

    /**
     * Runs the verification of a peer's answer. What it finds is for people at this instance, so the problem says what
     * is wrong; to a peer all cryptographic failures look the same.
     */
    public static <T> T verified(String peer, Supplier<T> verification) {
        try {
            return verification.get();
        } catch (Problem e) {
            throw FAULTS.contains(e.code()) ? invalid(e, peer) : e;
        }
    }

    /** The same for a verification without a result. */
    public static void verified(String peer, Runnable verification) {
        verified(peer, () -> {
            verification.run();
            return peer;
        });
    }

    private static Problem invalid(Problem reason, String peer) {
        return reason.code() == ProblemCode.VERSION_UNSUPPORTED
                ? reason
                : new Problem(ProblemCode.PEER_ANSWER_INVALID, reason, InstanceAddress.shown(peer), fault(reason));
    }

    private static Object fault(Problem reason) {
        if (reason.getCause() instanceof ExchangeFailure failure) {
            return failure.message();
        }
        return reason.code() == ProblemCode.MESSAGE_MALFORMED
                ? reason.finding().arguments().get(0)
                : LocalizedMessage.of("exchange.failed.unknown");
    }
}
