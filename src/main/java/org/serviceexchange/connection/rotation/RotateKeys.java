package org.serviceexchange.connection.rotation;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.connection.heartbeat.PeerRecordDoubted;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.Recording;
import org.serviceexchange.protocol.handshake.AnsweredExchange;
import org.serviceexchange.protocol.handshake.KeyExchangeClient;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.Responses;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Agrees new keys with the peer. The consumer runs the exchange; the provider asks the consumer to. A peer that refuses
 * changes nothing: the keys stay as they are, and the next try is made later.
 */
@Service
public class RotateKeys {

    private static final String JSON = "application/json";

    private final ConnectionLookup connections;
    private final NewKeys newKeys;
    private final ReplacedKeys replaced;
    private final RotationMessages messages;
    private final KeyExchangeClient exchanges;
    private final OutboundHttp http;
    private final Standstills standstills;
    private final KmfHealth health;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    public RotateKeys(
            ConnectionLookup connections,
            NewKeys newKeys,
            ReplacedKeys replaced,
            RotationMessages messages,
            KeyExchangeClient exchanges,
            OutboundHttp http,
            Standstills standstills,
            KmfHealth health,
            Journal journal,
            ApplicationEventPublisher events) {
        this.connections = connections;
        this.newKeys = newKeys;
        this.replaced = replaced;
        this.messages = messages;
        this.exchanges = exchanges;
        this.http = http;
        this.standstills = standstills;
        this.health = health;
        this.journal = journal;
        this.events = events;
    }

    /** Whether new keys are here, for this side to prove, once this is recorded. Nothing is agreed while the connection rests. */
    public Recording<Boolean> rotate(String number) {
        Optional<LivingConnection> found = connections.find(number);
        if (found.isEmpty() || standstills.of(number).holds()) {
            return Recording.nothing(false);
        }
        LivingConnection connection = found.get();
        try {
            if (connection.side() == ConnectionSide.PROVIDER) {
                request(connection);
                return () -> note(connection, LocalizedMessage.of("rotation.note.requested", connection.keyId()));
            }
            return newKeys.unproved(number).isPresent() ? Recording.nothing(true) : exchangeFromAny(connection);
        } catch (PeerProblem refused) {
            if (refused.mayPass()) {
                throw refused;
            }
            return () -> note(connection, refusedByPeer(refused));
        }
    }

    private void request(LivingConnection connection) {
        RotationRequest request = messages.request(connection);
        byte[] envelope = messages.write(request);
        byte[] answer = http.post(address(connection, ProtocolPaths.ROTATION_REQUESTS), JSON, envelope, Map.of());
        messages.accept(connection, envelope, answer);
    }

    /**
     * A provider that was restored from a backup, or saw this side go back, may use keys that were replaced here, or know these
     * only: any keys that both sides still hold authenticate new ones.
     */
    private Recording<Boolean> exchangeFromAny(LivingConnection connection) {
        health.requireOperational();
        List<PeerProblem> refusals = new ArrayList<>();
        for (String before : newKeys.used(connection)) {
            try {
                return exchange(connection, before);
            } catch (PeerProblem refused) {
                if (!refused.code().equals(ProblemCode.EXCHANGE_FAILED.code())) {
                    throw refused;
                }
                refusals.add(refused);
            }
        }
        return () -> noKeysInCommon(connection, refusals.get(0));
    }

    /** Whether they are lost, or the connection has ended there, the provider's signed state says. */
    private boolean noKeysInCommon(LivingConnection asked, PeerProblem refused) {
        connections.lock(asked.number()).ifPresent(connection -> {
            connections.rotationRefused(connection);
            events.publishEvent(new PeerRecordDoubted(connection.side(), connection.subject()));
        });
        return note(asked, refusedByPeer(refused));
    }

    private static LocalizedMessage refusedByPeer(PeerProblem refused) {
        return LocalizedMessage.of(
                "rotation.note.refusedByPeer", refused.finding().sentence());
    }

    private Recording<Boolean> exchange(LivingConnection connection, String before) {
        KeyExchangeClient.Transport transport = new KeyExchangeClient.Transport() {
            @Override
            public byte[] open(byte[] m1) {
                return http.post(address(connection, ProtocolPaths.ROTATIONS), JSON, m1, Map.of());
            }

            @Override
            public byte[] confirm(byte[] m3) {
                return http.post(address(connection, ProtocolPaths.ROTATION_CONFIRMATIONS), JSON, m3, Map.of());
            }
        };
        AnsweredExchange answered = Responses.verified(
                connection.peer().url(),
                () -> exchanges.rotate(connection.parties(), before, replaced.of(connection, before), transport));
        return () -> agreed(connection, answered);
    }

    private boolean agreed(LivingConnection asked, AnsweredExchange answered) {
        Optional<LivingConnection> locked = connections.lock(asked.number());
        locked.ifPresent(connection -> newKeys.agreed(
                connection,
                Responses.verified(connection.peer().url(), () -> exchanges.finishRotation(answered)),
                answered.messages()));
        return locked.isPresent();
    }

    private boolean note(LivingConnection connection, LocalizedMessage said) {
        journal.workNote(connection.subject(), Journal.SYSTEM, said);
        return false;
    }

    private static URI address(LivingConnection connection, String path) {
        return URI.create(connection.peer().url() + ProtocolPaths.of(path, connection.registration()));
    }
}
