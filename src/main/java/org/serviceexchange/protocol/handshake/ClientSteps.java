package org.serviceexchange.protocol.handshake;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Wire;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The consumer's steps, each committed in a transaction of its own before its message is sent. */
@Component
class ClientSteps {

    private static final String PURPOSE = "exchange-started";

    private final StartedExchanges exchanges;
    private final Sealing sealing;
    private final Clock clock;
    private final ConsumerHandshake handshake;
    private final RotationHandshake rotation;

    ClientSteps(StartedExchanges exchanges, Sealing sealing, InstanceKeys keys, Clock clock) {
        this.exchanges = exchanges;
        this.sealing = sealing;
        this.clock = clock;
        this.handshake = new ConsumerHandshake(keys, new SecureRandom());
        this.rotation = new RotationHandshake(keys, new SecureRandom());
    }

    /** What M4 must prove and the keys it then yields; stored sealed from M3 until the end. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Kept(
            byte[] acknowledgement,
            String keyId,
            byte[] consumerToProvider,
            byte[] providerToConsumer,
            byte[] resumption) {}

    /** The pending exchange, if it can continue with this token. */
    @Transactional(readOnly = true)
    public Optional<StartedExchange> pending(Parties parties, String accessToken) {
        return exchanges
                .find(parties.provider().thumbprint(), parties.registration())
                .filter(found -> found.m3() != null || canStillOpen(found, accessToken));
    }

    /** Makes and stores a new M1 of a rotation, which is bound to the key id that it replaces. */
    @Transactional
    public StartedExchange openRotation(Parties parties, String replaces) {
        return open(parties, replaces, now -> rotation.open(parties, replaces, now));
    }

    /** Accepts M2 of a rotation, as {@link #close} does. */
    @Transactional
    public StartedExchange closeRotation(Parties parties, StartedExchange started, PreSharedKey replaced, byte[] m2) {
        return close(started, m2, opened -> RotationHandshake.close(parties, opened, replaced, m2));
    }

    /** Makes and stores a new M1. */
    @Transactional
    public StartedExchange open(Parties parties, String accessToken) {
        return open(parties, accessToken, now -> handshake.open(parties, accessToken, now));
    }

    private StartedExchange open(Parties parties, String boundTo, Function<Instant, ConsumerHandshake.Opened> opening) {
        String provider = parties.provider().thumbprint();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        exchanges.lock(provider, parties.registration());
        ConsumerHandshake.Opened opened = opening.apply(now);
        String exchange = Base64.getUrlEncoder().withoutPadding().encodeToString(opened.exchange());
        byte[] sealed = sealing.seal(PURPOSE, exchange, opened.ephemeralSecret());
        Handshake.wipe(opened.ephemeralSecret());
        StartedExchange started = new StartedExchange(
                provider,
                parties.registration(),
                exchange,
                Handshake.tokenHash(boundTo),
                opened.m1(),
                sealed,
                null,
                null,
                now);
        exchanges.save(started);
        return started;
    }

    /** Accepts M2; makes and stores M3, with the keys in place of the ephemeral secret. */
    @Transactional
    public StartedExchange close(Parties parties, StartedExchange started, byte[] m2) {
        return close(started, m2, opened -> ConsumerHandshake.close(parties, opened, m2));
    }

    private StartedExchange close(
            StartedExchange started, byte[] m2, Function<ConsumerHandshake.Opened, ConsumerHandshake.Closed> closing) {
        exchanges.lock(started.provider(), started.registration());
        Optional<StartedExchange> meanwhile = exchanges
                .find(started.provider(), started.registration())
                .filter(found -> found.exchange().equals(started.exchange()) && found.m3() != null);
        return meanwhile.orElseGet(() -> closeFirst(started, m2, closing));
    }

    /** Gives up an exchange that the provider will not continue. */
    @Transactional
    public void abandon(StartedExchange started) {
        exchanges.lock(started.provider(), started.registration());
        exchanges
                .find(started.provider(), started.registration())
                .filter(found -> found.exchange().equals(started.exchange()))
                .ifPresent(found -> exchanges.delete(found.provider(), found.registration()));
    }

    /** Accepts M4 and returns the keys; deletes the exchange within the caller's transaction. */
    @Transactional
    public ConnectionKeys finish(MessageType type, StartedExchange started, byte[] m4) {
        byte[] opened = sealing.open(PURPOSE, started.exchange(), started.sealedSecret());
        Kept kept = Wire.read(opened, Kept.class);
        Handshake.wipe(opened);
        byte[] exchange = Base64.getUrlDecoder().decode(started.exchange());
        ConsumerHandshake.finish(type, exchange, kept.acknowledgement(), m4);
        exchanges.delete(started.provider(), started.registration());
        return new ConnectionKeys(
                kept.keyId(), kept.consumerToProvider(), kept.providerToConsumer(), kept.resumption());
    }

    private StartedExchange closeFirst(
            StartedExchange started, byte[] m2, Function<ConsumerHandshake.Opened, ConsumerHandshake.Closed> closing) {
        byte[] secret = sealing.open(PURPOSE, started.exchange(), started.sealedSecret());
        try {
            byte[] exchange = Base64.getUrlDecoder().decode(started.exchange());
            ConsumerHandshake.Closed closed =
                    closing.apply(new ConsumerHandshake.Opened(exchange, started.m1(), secret));
            StartedExchange next = new StartedExchange(
                    started.provider(),
                    started.registration(),
                    started.exchange(),
                    started.tokenHash(),
                    started.m1(),
                    sealing.seal(PURPOSE, started.exchange(), kept(closed)),
                    m2,
                    closed.m3(),
                    started.startedAt());
            exchanges.save(next);
            return next;
        } finally {
            Handshake.wipe(secret);
        }
    }

    private static byte[] kept(ConsumerHandshake.Closed closed) {
        ConnectionKeys keys = closed.keys();
        return Wire.write(new Kept(
                closed.acknowledgement(),
                keys.keyId(),
                keys.consumerToProvider(),
                keys.providerToConsumer(),
                keys.resumption()));
    }

    private boolean canStillOpen(StartedExchange found, String accessToken) {
        return Handshake.same(found.tokenHash(), Handshake.tokenHash(accessToken))
                && clock.instant().isBefore(found.startedAt().plus(KeyExchangeServer.LIFE));
    }
}
