package org.serviceexchange.protocol.handshake;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.springframework.stereotype.Service;

/**
 * The consumer's side of the key exchange. Every step is stored before its message is sent, so that an interrupted
 * exchange continues after a restart.
 */
@Service
public class KeyExchangeClient {

    /** After these responses the same message will never be accepted. */
    private static final Set<String> FINAL = EnumSet.of(
                    ProblemCode.MESSAGE_MALFORMED,
                    ProblemCode.VERSION_UNSUPPORTED,
                    ProblemCode.EXCHANGE_FAILED,
                    ProblemCode.EXCHANGE_ID_REUSED,
                    ProblemCode.EXCHANGE_EXPIRED,
                    ProblemCode.CLOCKS_DIFFER)
            .stream()
            .map(ProblemCode::code)
            .collect(Collectors.toUnmodifiableSet());

    private final ClientSteps steps;

    KeyExchangeClient(ClientSteps steps) {
        this.steps = steps;
    }

    /** Sends messages to the provider. Exceptions that it throws are passed on to the caller. */
    public interface Transport {

        /** Sends M1 and returns M2. */
        byte[] open(byte[] m1);

        /** Sends M3 and returns M4. */
        byte[] confirm(byte[] m3);
    }

    /**
     * Runs an exchange, or continues the pending one: an exchange younger than 120 s, or one whose M3 the provider may
     * have accepted already, whatever its age. No transaction may be open, because the provider takes its time and each
     * step has a transaction of its own. An {@code EXCHANGE_FAILED} problem if the provider's messages do not verify.
     */
    public AnsweredExchange run(Parties parties, String accessToken, Transport transport) {
        return run(
                () -> steps.pending(parties, accessToken),
                () -> steps.open(parties, accessToken),
                (started, m2) -> steps.close(parties, started, m2),
                transport);
    }

    /** Accepts M2 for a started exchange and makes M3. */
    @FunctionalInterface
    private interface Closing {

        StartedExchange close(StartedExchange started, byte[] m2);
    }

    private AnsweredExchange run(
            Supplier<Optional<StartedExchange>> pending,
            Supplier<StartedExchange> opening,
            Closing closing,
            Transport transport) {
        return resume(pending.get(), closing, transport).orElseGet(() -> send(opening.get(), closing, transport));
    }

    /**
     * The keys of an exchange. Store them in the transaction that surrounds the call, because the stored exchange is
     * deleted in it. An {@code EXCHANGE_FAILED} problem if the last message does not verify.
     */
    public ConnectionKeys finish(AnsweredExchange answered) {
        return steps.finish(MessageType.M4, answered.exchange(), answered.m4());
    }

    /** As {@link #run}, in a rotation that replaces these keys. */
    public AnsweredExchange rotate(Parties parties, String replaces, PreSharedKey replaced, Transport transport) {
        return run(
                () -> steps.pending(parties, replaces),
                () -> steps.openRotation(parties, replaces),
                (started, m2) -> steps.closeRotation(parties, started, replaced, m2),
                transport);
    }

    /** As {@link #finish}, in a rotation. */
    public ConnectionKeys finishRotation(AnsweredExchange answered) {
        return steps.finish(MessageType.ROTATION_M4, answered.exchange(), answered.m4());
    }

    /** Continues a pending exchange; empty if there is none, or if the provider no longer continues it. */
    private Optional<AnsweredExchange> resume(Optional<StartedExchange> pending, Closing closing, Transport transport) {
        try {
            return pending.map(exchange -> send(exchange, closing, transport));
        } catch (Problem | PeerProblem refused) {
            if (isFinal(refused)) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    private AnsweredExchange send(StartedExchange started, Closing closing, Transport transport) {
        try {
            StartedExchange closed =
                    started.m3() == null ? closing.close(started, transport.open(started.m1())) : started;
            return new AnsweredExchange(closed, transport.confirm(requireNonNull(closed.m3())));
        } catch (Problem | PeerProblem refused) {
            if (isFinal(refused)) {
                steps.abandon(started);
            }
            throw refused;
        }
    }

    private static boolean isFinal(RuntimeException refused) {
        return refused instanceof PeerProblem peer
                ? FINAL.contains(peer.code())
                : refused instanceof Problem own && FINAL.contains(own.code().code());
    }
}
