package org.serviceexchange.provider.keyexchange;

import java.util.function.Supplier;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.handshake.KeyExchangeServer;
import org.serviceexchange.protocol.wire.ExchangeFailure;
import org.serviceexchange.protocol.wire.Parties;
import org.springframework.stereotype.Service;

/** The provider's side of the key exchange: authorization, responses, and the consequences of a failure. */
@Service
public class AnswerKeyExchange {

    private final ExchangeAccess access;
    private final KeyExchangeServer server;
    private final ConfirmExchange confirmExchange;
    private final ExchangeFailures failures;

    AnswerKeyExchange(
            ExchangeAccess access,
            KeyExchangeServer server,
            ConfirmExchange confirmExchange,
            ExchangeFailures failures) {
        this.access = access;
        this.server = server;
        this.confirmExchange = confirmExchange;
        this.failures = failures;
    }

    /** Returns M2 for M1. Problems: those of {@link ExchangeAccess} and {@link KeyExchangeServer}. */
    public byte[] answer(String token, byte[] m1) {
        Parties parties = access.enter(token);
        return counting(parties, () -> server.answer(parties, token, m1));
    }

    /**
     * Returns M4 for M3 and stores the keys in the KMF. Problems: those of {@link ExchangeAccess} and
     * {@link KeyExchangeServer}.
     */
    public byte[] confirm(String token, byte[] m3) {
        Parties parties = access.enterToConfirm(token);
        return counting(parties, () -> confirmExchange.confirm(parties, m3));
    }

    /** Counts a failure after the transaction of the failed step was rolled back. */
    private byte[] counting(Parties parties, Supplier<byte[]> step) {
        try {
            return step.get();
        } catch (Problem problem) {
            if (problem.code() == ProblemCode.EXCHANGE_FAILED) {
                failures.count(parties.registration(), reason(problem));
            }
            throw problem;
        }
    }

    /** The reason for the journal only; to the consumer all failures look the same. */
    private static LocalizedMessage reason(Problem problem) {
        return problem.getCause() instanceof ExchangeFailure failure
                ? failure.message()
                : LocalizedMessage.of("exchange.failed.unknown");
    }
}
