package org.serviceexchange.connection.heartbeat;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.lineage.Incarnation;
import org.serviceexchange.connection.lineage.Lineage;
import org.serviceexchange.connection.lineage.OwnLine;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Responses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the instance at the pinned address of a peer who it is, after a later incarnation of the peer was seen. */
@Component
public class AskIdentity {

    private static final Logger LOG = LoggerFactory.getLogger(AskIdentity.class);

    private final OutboundHttp http;
    private final ConnectionLookup connections;
    private final RecordLineage recordLineage;
    private final RandomSecrets secrets;

    public AskIdentity(
            OutboundHttp http, ConnectionLookup connections, RecordLineage recordLineage, RandomSecrets secrets) {
        this.secrets = secrets;
        this.http = http;
        this.connections = connections;
        this.recordLineage = recordLineage;
    }

    /** Asks if that is to be asked, and records what follows. Each question takes a new connection. */
    @Transactional(propagation = Propagation.NEVER)
    public void askIfNeeded(HeartbeatRow row, BeatMessages messages) {
        Incarnation asking = row.heard().view().asking();
        if (asking == null) {
            return;
        }
        connections
                .ofSubject(row.connection().side(), row.connection().subject())
                .map(FollowedConnection::of)
                .ifPresent(pinned -> {
                    List<Optional<OwnLine>> answers = Stream.generate(() -> ask(pinned, messages))
                            .limit(Lineage.QUESTIONS)
                            .toList();
                    recordLineage.record(row.connection(), asking, answers);
                });
    }

    private Optional<OwnLine> ask(FollowedConnection pinned, BeatMessages messages) {
        byte[] nonce = Base64.getUrlDecoder().decode(secrets.next());
        try {
            byte[] question = messages.write(MessageType.IDENTITY, BeatMessages.NOTHING, new IdentityQuestion(nonce));
            byte[] reply = http.postAnew(SendHeartbeat.address(pinned), SendHeartbeat.JSON, question, Map.of());
            IdentityAnswer answer = Responses.verified(
                    pinned.address(),
                    () -> messages.openAnswer(MessageType.IDENTITY_ANSWER, reply, question, IdentityAnswer.class));
            return Optional.of(answer.line());
        } catch (RuntimeException e) {
            LOG.debug("The peer of {} did not say who it is.", pinned.module(), e);
            return Optional.empty();
        }
    }
}
