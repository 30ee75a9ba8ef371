package org.serviceexchange.protocol.handshake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The provider's side of the key exchange. A repeated message gets the same response again.
 *
 * <p>Problems: {@code MESSAGE_MALFORMED}, {@code VERSION_UNSUPPORTED}, {@code CLOCKS_DIFFER},
 * {@code EXCHANGE_ID_REUSED}, {@code EXCHANGE_EXPIRED}, and {@code EXCHANGE_FAILED} for every cryptographic failure
 * alike; its cause contains the reason, which goes to the journal only.
 */
@Service
@Transactional
public class KeyExchangeServer {

    /** How long an exchange may stay pending. */
    public static final Duration LIFE = Duration.ofMinutes(2);

    private static final String PURPOSE = "exchange-received";

    private final ReceivedExchanges exchanges;
    private final Sealing sealing;
    private final Clock clock;
    private final ProviderHandshake handshake;
    private final RotationHandshake rotation;

    KeyExchangeServer(ReceivedExchanges exchanges, Sealing sealing, InstanceKeys keys, Clock clock) {
        this.exchanges = exchanges;
        this.sealing = sealing;
        this.clock = clock;
        this.handshake = new ProviderHandshake(keys, new SecureRandom());
        this.rotation = new RotationHandshake(keys, new SecureRandom());
    }

    /** Returns M2 for M1. A new exchange replaces one that is still pending for the registration. */
    public byte[] answer(Parties parties, String accessToken, byte[] m1) {
        ProviderHandshake.Received received = ProviderHandshake.receive(parties, accessToken, m1);
        return answer(
                parties.registration(),
                id(received.m1().exchange()),
                m1,
                now -> handshake.answer(parties, received, now));
    }

    /** Returns M4 for M3, and once the keys; store them in the same transaction. */
    public Confirmation confirm(Parties parties, byte[] m3) {
        return confirm(
                parties.registration(),
                MessageType.M3,
                m3,
                (known, secret) -> ProviderHandshake.confirm(known.m1Hash(), known.m2(), secret, m3));
    }

    /** As {@link #answer}, in a rotation: {@code replaced} gives the pre-shared key of the key id that M1 names. */
    public byte[] rotate(Parties parties, Function<String, PreSharedKey> replaced, byte[] m1) {
        RotationHandshake.Received received = RotationHandshake.receive(parties, m1);
        return answer(
                parties.registration(),
                id(received.m1().exchange()),
                m1,
                now -> rotation.answer(
                        parties, received, replaced.apply(received.m1().replaces()), now));
    }

    /** As {@link #confirm}, in a rotation. */
    public Confirmation confirmRotation(String registration, byte[] m3) {
        return confirm(
                registration, MessageType.ROTATION_M3, m3, (known, secret) -> RotationHandshake.confirm(secret, m3));
    }

    private byte[] answer(
            String registration, String exchange, byte[] m1, Function<Instant, ProviderHandshake.Answered> answering) {
        byte[] m1Hash = Exports.hash(m1);
        exchanges.lock(registration);
        Optional<ReceivedExchange> known = exchanges.find(registration, exchange);
        if (known.isPresent()) {
            return answerAgain(known.get(), m1Hash);
        }
        Instant now = clock.instant();
        ProviderHandshake.Answered answered = answering.apply(now);
        byte[] sealed = sealing.seal(PURPOSE, registration + "/" + exchange, answered.secret());
        Handshake.wipe(answered.secret());
        exchanges.supersede(registration);
        exchanges.add(new ReceivedExchange(registration, exchange, m1, m1Hash, answered.m2(), sealed, null, null, now));
        return answered.m2();
    }

    private byte[] answerAgain(ReceivedExchange known, byte[] m1Hash) {
        if (!Handshake.same(known.m1Hash(), m1Hash)) {
            throw new Problem(ProblemCode.EXCHANGE_ID_REUSED);
        }
        if (known.m4() == null) {
            requirePending(known);
        }
        return known.m2();
    }

    private Confirmation confirm(String registration, MessageType type, byte[] m3, Confirming confirming) {
        String exchange = id(Acknowledgement.Message.read(m3, type).exchange());
        exchanges.lock(registration);
        ReceivedExchange known =
                exchanges.find(registration, exchange).orElseThrow(() -> new Problem(ProblemCode.EXCHANGE_EXPIRED));
        return known.m4() != null && known.m3Hash() != null
                ? confirmAgain(known, known.m3Hash(), known.m4(), m3)
                : confirmFirst(known, m3, confirming);
    }

    /** Verifies M3 with what was kept. */
    @FunctionalInterface
    private interface Confirming {

        ProviderHandshake.Confirmed confirm(ReceivedExchange known, byte[] secret);
    }

    private Confirmation confirmFirst(ReceivedExchange known, byte[] m3, Confirming confirming) {
        byte[] secret = sealing.open(PURPOSE, known.registration() + "/" + known.exchange(), requirePending(known));
        try {
            ProviderHandshake.Confirmed confirmed = confirming.confirm(known, secret);
            exchanges.confirm(known.registration(), known.exchange(), Exports.hash(m3), confirmed.m4());
            return new Confirmation(confirmed.m4(), Optional.of(confirmed.keys()), known.m1(), known.m2());
        } finally {
            Handshake.wipe(secret);
        }
    }

    private static Confirmation confirmAgain(ReceivedExchange known, byte[] m3Hash, byte[] m4, byte[] m3) {
        if (!Handshake.same(m3Hash, Exports.hash(m3))) {
            throw new Problem(ProblemCode.EXCHANGE_ID_REUSED);
        }
        return new Confirmation(m4, Optional.empty(), known.m1(), known.m2());
    }

    private byte[] requirePending(ReceivedExchange known) {
        if (known.sealedSecret() == null || known.startedAt().plus(LIFE).isBefore(clock.instant())) {
            throw new Problem(ProblemCode.EXCHANGE_EXPIRED);
        }
        return known.sealedSecret();
    }

    private static String id(byte[] exchange) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(exchange);
    }
}
