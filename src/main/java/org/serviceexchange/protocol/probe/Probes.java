package org.serviceexchange.protocol.probe;

import java.security.SecureRandom;
import java.util.Optional;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.handshake.Exports;
import org.serviceexchange.protocol.handshake.Handshake;
import org.serviceexchange.protocol.probe.ProbeCounters.AnsweredProbe;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Proves, for one direction, that both sides hold the keys of a connection. */
@Service
@Transactional
public class Probes {

    private static final byte[] NOTHING = {};

    private final ModuleKeys keys;
    private final ProbeCounters counters;
    private final SecureRandom random = new SecureRandom();

    protected Probes(ModuleKeys keys, ProbeCounters counters) {
        this.keys = keys;
        this.counters = counters;
    }

    /**
     * The key id that a probe names, not yet verified; a {@code MESSAGE_MALFORMED} problem if the bytes are not a
     * probe.
     */
    public static String keyId(byte[] request) {
        return Probe.read(request, MessageType.PROBE).keyId();
    }

    /**
     * A new probe to send, JSON in UTF-8. No transaction may be open, because its counter must stay used whatever becomes
     * of the caller.
     */
    @Transactional(propagation = Propagation.NEVER)
    public byte[] request(Channel channel) {
        byte[] nonce = new byte[Probe.NONCE_LENGTH];
        random.nextBytes(nonce);
        return write(MessageType.PROBE, channel, NOTHING, new Probe.Nonce(nonce));
    }

    /**
     * The response to a probe that verifies; the same bytes get the same response again. Otherwise an
     * {@code EXCHANGE_FAILED} problem.
     */
    public byte[] answer(Channel channel, byte[] request) {
        Probe probe = Probe.read(request, MessageType.PROBE);
        counters.lock(channel.module(), channel.keyId());
        Optional<AnsweredProbe> last = counters.last(channel.module(), channel.keyId());
        byte[] hash = Exports.hash(request);
        if (last.isPresent() && Handshake.same(last.get().requestHash(), hash)) {
            return last.get().answer();
        }
        if (last.isPresent() && probe.counter() <= last.get().counter()) {
            throw MessageRefusal.failed("counterUsed");
        }
        Probe.Nonce nonce =
                open(MessageType.PROBE, probe, channel, channel.side().receives(), NOTHING);
        byte[] answer = write(MessageType.PROBE_ANSWER, channel, hash, nonce);
        counters.save(channel.module(), channel.keyId(), new AnsweredProbe(probe.counter(), hash, answer));
        return answer;
    }

    /** Returns normally if the response belongs to the probe; anything else is an {@code EXCHANGE_FAILED} problem. */
    public void accept(Channel channel, byte[] request, byte[] answer) {
        Probe.Nonce sent = open(
                MessageType.PROBE,
                Probe.read(request, MessageType.PROBE),
                channel,
                channel.side().sends(),
                NOTHING);
        Probe.Nonce echoed = open(
                MessageType.PROBE_ANSWER,
                Probe.read(answer, MessageType.PROBE_ANSWER),
                channel,
                channel.side().receives(),
                Exports.hash(request));
        if (!Handshake.same(sent.nonce(), echoed.nonce())) {
            throw MessageRefusal.failed("answerOfAnother");
        }
    }

    private Probe.Nonce open(MessageType type, Probe probe, Channel channel, String direction, byte[] about) {
        if (!probe.keyId().equals(channel.keyId())) {
            throw MessageRefusal.failed("probeOfAnotherKey");
        }
        return keys.use(
                channel.module(), direction, channel.keyId(), key -> probe.open(type, channel, direction, key, about));
    }

    private byte[] write(MessageType type, Channel channel, byte[] about, Probe.Nonce nonce) {
        long counter = counters.next(channel.module(), channel.keyId());
        return keys.use(
                channel.module(),
                channel.side().sends(),
                channel.keyId(),
                key -> Probe.write(type, channel, counter, key, about, nonce));
    }
}
