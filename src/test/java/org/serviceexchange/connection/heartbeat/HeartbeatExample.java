package org.serviceexchange.connection.heartbeat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.serviceexchange.connection.lineage.BeatVerdict;
import org.serviceexchange.kmf.primitive.Xaes;
import org.serviceexchange.protocol.SeededRandom;
import org.serviceexchange.protocol.handshake.ConnectionKeys;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.Wire;

/** A heartbeat with its answer, and a question "who are you" with its answer, from fixed seeds. */
public final class HeartbeatExample {

    private static final String ID = "aW5jYXJuYXRpb24tZXhhbQ";

    private final BeatMessages consumer;
    private final BeatMessages provider;
    private final Map<String, byte[]> messages = new LinkedHashMap<>();

    public HeartbeatExample(String registration, ConnectionKeys keys) {
        consumer = messages("PCN0001001", ConnectionSide.CONSUMER, registration, keys);
        provider = messages("CCN0001001", ConnectionSide.PROVIDER, registration, keys);
    }

    private static BeatMessages messages(String module, ConnectionSide side, String registration, ConnectionKeys keys) {
        SeededRandom nonces = new SeededRandom("heartbeats of " + side);
        TestMessageSeals seals = new TestMessageSeals(() -> {
            byte[] nonce = new byte[Xaes.NONCE_LENGTH];
            nonces.nextBytes(nonce);
            return nonce;
        });
        seals.with(module, ConnectionSide.CONSUMER.sends(), keys.consumerToProvider());
        seals.with(module, ConnectionSide.PROVIDER.sends(), keys.providerToConsumer());
        return new BeatMessages(new FollowedConnection(module, side, registration, keys.keyId(), ""), seals);
    }

    /** The messages and what is inside each, by name. */
    public Map<String, byte[]> at(String keyId, Instant now) {
        BeatContent beat = new BeatContent(
                1, ID, 17, 5, now, List.of(ProtocolPaths.VERSION, ProtocolPaths.LIFE_VERSION), List.of(keyId));
        byte[] request = put("request", consumer.write(MessageType.HEARTBEAT, BeatMessages.NOTHING, beat), beat);
        BeatAnswer answer = new BeatAnswer(BeatVerdict.ACCEPTED, 1, ID, 17, now.plusMillis(12));
        put("answer", provider.write(MessageType.HEARTBEAT_ANSWER, request, answer), answer);
        byte[] nonce = new byte[IdentityQuestion.NONCE_LENGTH];
        new SeededRandom("who are you").nextBytes(nonce);
        IdentityQuestion who = new IdentityQuestion(nonce);
        byte[] question = put("question", provider.write(MessageType.IDENTITY, BeatMessages.NOTHING, who), who);
        IdentityAnswer identity = new IdentityAnswer(1, ID, 17);
        put("identity", consumer.write(MessageType.IDENTITY_ANSWER, question, identity), identity);
        return messages;
    }

    private byte[] put(String name, byte[] message, Object content) {
        messages.put(name + ".message", message);
        messages.put(name + ".content", Wire.write(content));
        return message;
    }
}
