package org.serviceexchange.protocol.handshake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.CryptoServicesRegistrar;
import org.junit.jupiter.api.Test;
import org.serviceexchange.connection.address.StatedAddress;
import org.serviceexchange.connection.heartbeat.HeartbeatExample;
import org.serviceexchange.connection.newcontact.StatedContact;
import org.serviceexchange.connection.signature.StatedKey;
import org.serviceexchange.connection.state.NextActor;
import org.serviceexchange.connection.state.PeerPhase;
import org.serviceexchange.connection.state.PeerReason;
import org.serviceexchange.connection.state.PeerState;
import org.serviceexchange.connection.state.StateFacts;
import org.serviceexchange.connection.state.StateMessages;
import org.serviceexchange.connection.state.StateQuestion;
import org.serviceexchange.connection.suspension.Suspension;
import org.serviceexchange.kmf.primitive.PreSharedKey;
import org.serviceexchange.kmf.primitive.XWing;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.SeededRandom;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.protocol.claim.Claims;
import org.serviceexchange.protocol.probe.Probe;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.SignedEnvelope;
import org.serviceexchange.protocol.wire.Wire;

/**
 * Generates the worked example of docs/protocol.md from fixed seeds, and fails if the document differs. After a change
 * of the protocol run this test with {@code -Dprotocol.example=write}.
 */
class ProtocolExampleTest {

    private static final Path DOCUMENT = Path.of("docs/protocol-example.json");
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String TOKEN = "bm90LWEtc2VjcmV0LW9ubHktYW4tZXhhbXBsZS10b2tlbg";
    private static final String SECRET = "bm90LWEtc2VjcmV0LW9ubHktYW4tZXhhbXBsZS1saW5r";

    private final TestKeys providerKeys = new TestKeys("provider");
    private final TestKeys consumerKeys = new TestKeys("consumer");
    private final Parties parties =
            new Parties("REG0001001", providerKeys.party(), consumerKeys.party(), consumerKeys.encryptionPublicKey());
    private final Map<String, Object> example = new LinkedHashMap<>();

    @Test
    void isTheOneInTheDocument() throws IOException {
        describeTheParties();
        claim();
        ConnectionKeys keys = exchange();
        probe(keys);
        rotation(keys);
        new HeartbeatExample(parties.registration(), keys)
                .at(keys.keyId(), NOW)
                .forEach((name, message) -> put("heartbeat." + name, message));
        state(keys);
        address();
        contact();
        signatureKey();
        String made = json(example);
        if ("write".equals(System.getProperty("protocol.example"))) {
            Files.writeString(DOCUMENT, made);
        }

        assertThat(made).isEqualTo(Files.readString(DOCUMENT));
    }

    private void describeTheParties() {
        put("note", "All values are base64url without padding unless they are texts or messages. Messages are exact.");
        put("time", NOW.toString());
        put("registration", parties.registration());
        put("providerUrl", parties.provider().url());
        put("consumerUrl", parties.consumer().url());
        describe("provider", providerKeys);
        describe("consumer", consumerKeys);
        put("description", new Discovery(settings(providerKeys), providerKeys, clock()).describe());
    }

    private void describe(String side, TestKeys keys) {
        byte[] signing = keys.signatureKeyPair().privateKey();
        put(side + ".signature.mlDsa65Seed", text(Arrays.copyOf(signing, 32)));
        put(side + ".signature.ed25519Seed", text(Arrays.copyOfRange(signing, 32, 64)));
        put(side + ".signature.publicKey", text(keys.signaturePublicKey()));
        put(side + ".thumbprint", keys.thumbprint());
        put(side + ".encryption.xWingSeed", text(keys.encryptionKeyPair().privateKey()));
        put(side + ".encryption.publicKey", text(keys.encryptionPublicKey()));
    }

    private void claim() {
        Claims consumer = new Claims(settings(consumerKeys), consumerKeys, clock());
        Claims provider = new Claims(settings(providerKeys), providerKeys, clock());
        ClaimRequest said = consumer.prepare(
                consumerKeys,
                parties.registration(),
                SECRET,
                providerKeys.thumbprint(),
                TestKeys.CLIENT_KEY,
                parties.consumer().url() + "/connect/callback");
        byte[] claim = consumer.request(said);
        put("claim", claim);
        put(
                "claimAnswer",
                provider.response(
                        said,
                        ClaimResponse.at(
                                parties.provider().url(),
                                provider.readRequest(claim).registration(),
                                consumerKeys.thumbprint(),
                                "reg0001001",
                                NOW.plusSeconds(14L * 24 * 60 * 60),
                                "Acme-Services")));
    }

    private ConnectionKeys exchange() {
        ConsumerHandshake consumer = new ConsumerHandshake(consumerKeys, new SeededRandom("consumer exchange"));
        ProviderHandshake provider = new ProviderHandshake(providerKeys, new SeededRandom("provider exchange"));
        put("accessToken", TOKEN);
        ConsumerHandshake.Opened opened = consumer.open(parties, TOKEN, NOW);
        put("exchange.ephemeralXWingSeed", text(opened.ephemeralSecret()));
        put("exchange.m1.message", opened.m1());
        put(
                "exchange.m1.payload",
                SignedEnvelope.read(opened.m1(), MessageType.M1).payload());
        byte[] m1Hash = Exports.hash(opened.m1());
        put("exchange.m1.hash", text(m1Hash));
        ProviderHandshake.Answered answered =
                provider.answer(parties, ProviderHandshake.receive(parties, TOKEN, opened.m1()), NOW);
        put("exchange.encapsulationSeed", text(Arrays.copyOf(answered.secret(), XWing.ENCAPSULATION_SEED_LENGTH)));
        put("exchange.m2.message", answered.m2());
        describe(m1Hash, answered.m2());
        ConsumerHandshake.Closed closed = ConsumerHandshake.close(parties, opened, answered.m2());
        put("exchange.m3.message", closed.m3());
        ProviderHandshake.Confirmed confirmed =
                ProviderHandshake.confirm(m1Hash, answered.m2(), answered.secret(), closed.m3());
        put("exchange.m4.message", confirmed.m4());
        put(
                "exchange.transcript.keys",
                text(Exports.transcript(m1Hash, Exports.hash(answered.m2()), Exports.hash(closed.m3()))));
        ConsumerHandshake.finish(MessageType.M4, opened.exchange(), closed.acknowledgement(), confirmed.m4());
        describe(confirmed.keys());
        assertThat(closed.keys().keyId()).isEqualTo(confirmed.keys().keyId());
        return confirmed.keys();
    }

    private void describe(byte[] m1Hash, byte[] message) {
        M2.Message m2 = Wire.read(message, M2.Message.class);
        put("exchange.m2.payload", m2.payload());
        put("exchange.m2.hash", text(Exports.hash(message)));
        put("exchange.hpkeInfo", text(Exports.info(m1Hash)));
        put("exchange.transcript.signature", text(Handshake.signedByProvider(m1Hash, m2.payload())));
        put("exchange.transcript.finished-p", text(Handshake.transcriptOfM2(m1Hash, m2.payload(), m2.signature())));
        put("exchange.transcript.finished-c", text(Exports.transcript(m1Hash, Exports.hash(message))));
    }

    private void describe(ConnectionKeys keys) {
        put("keys.keyId", keys.keyId());
        put("keys.consumerToProvider", text(keys.consumerToProvider()));
        put("keys.providerToConsumer", text(keys.providerToConsumer()));
        put("keys.resumption", text(keys.resumption()));
    }

    private void probe(ConnectionKeys keys) {
        Channel consumer = new Channel("PCN0001001", parties.registration(), keys.keyId(), ConnectionSide.CONSUMER);
        Channel provider = new Channel("CCN0001001", parties.registration(), keys.keyId(), ConnectionSide.PROVIDER);
        byte[] nonce = new byte[Probe.NONCE_LENGTH];
        new SeededRandom("probe").nextBytes(nonce);
        byte[] request = Probe.write(
                MessageType.PROBE, consumer, 1, keys.consumerToProvider(), new byte[0], new Probe.Nonce(nonce));
        put("probe.nonce", text(nonce));
        put("probe.request", request);
        Probe.Nonce opened = Probe.read(request, MessageType.PROBE)
                .open(
                        MessageType.PROBE,
                        provider,
                        ConnectionSide.CONSUMER.sends(),
                        keys.consumerToProvider(),
                        new byte[0]);
        put(
                "probe.answer",
                Probe.write(
                        MessageType.PROBE_ANSWER,
                        provider,
                        1,
                        keys.providerToConsumer(),
                        Exports.hash(request),
                        opened));
    }

    private void rotation(ConnectionKeys replaced) {
        RotationHandshake consumer = new RotationHandshake(consumerKeys, new SeededRandom("consumer rotation"));
        RotationHandshake provider = new RotationHandshake(providerKeys, new SeededRandom("provider rotation"));
        PreSharedKey psk =
                RotationPsk.of(replaced.keyId(), replaced.consumerToProvider(), replaced.providerToConsumer());
        put("rotation.psk", text(psk.key()));
        ConsumerHandshake.Opened opened = consumer.open(parties, replaced.keyId(), NOW);
        put("rotation.ephemeralXWingSeed", text(opened.ephemeralSecret()));
        put("rotation.m1.message", opened.m1());
        put(
                "rotation.m1.payload",
                SignedEnvelope.read(opened.m1(), MessageType.ROTATION_M1).payload());
        put("rotation.hpkeInfo", text(Exports.rotationInfo(Exports.hash(opened.m1()))));
        ProviderHandshake.Answered answered = answered(provider, opened.m1(), psk);
        put("rotation.m2.message", answered.m2());
        put("rotation.m2.payload", Wire.read(answered.m2(), M2.Message.class).payload());
        put("rotation.transcript", text(Exports.transcript(Exports.hash(opened.m1()), Exports.hash(answered.m2()))));
        ConsumerHandshake.Closed closed = RotationHandshake.close(parties, opened, psk, answered.m2());
        put("rotation.m3.message", closed.m3());
        ProviderHandshake.Confirmed confirmed = RotationHandshake.confirm(answered.secret(), closed.m3());
        put("rotation.m4.message", confirmed.m4());
        ConsumerHandshake.finish(MessageType.ROTATION_M4, opened.exchange(), closed.acknowledgement(), confirmed.m4());
        put("rotation.keys.keyId", confirmed.keys().keyId());
        put("rotation.keys.consumerToProvider", text(confirmed.keys().consumerToProvider()));
        put("rotation.keys.providerToConsumer", text(confirmed.keys().providerToConsumer()));
        assertThat(closed.keys().keyId()).isEqualTo(confirmed.keys().keyId());
    }

    /** Bouncy Castle encapsulates in mode psk with its own random source, which is fixed here for a moment. */
    private ProviderHandshake.Answered answered(RotationHandshake provider, byte[] m1, PreSharedKey psk) {
        CryptoServicesRegistrar.setSecureRandom(new SeededRandom("provider encapsulation of a rotation"));
        try {
            return provider.answer(parties, RotationHandshake.receive(parties, m1), psk, NOW);
        } finally {
            CryptoServicesRegistrar.setSecureRandom(null);
        }
    }

    private void state(ConnectionKeys keys) {
        byte[] nonce = new byte[StateQuestion.NONCE_LENGTH];
        new SeededRandom("state").nextBytes(nonce);
        StateMessages consumer = new StateMessages(consumerKeys, clock());
        StateMessages provider = new StateMessages(providerKeys, clock());
        byte[] question = consumer.question(new StateQuestion(
                parties.registration(),
                ConnectionSide.CONSUMER.name(),
                providerKeys.thumbprint(),
                consumerKeys.signaturePublicKey(),
                7,
                nonce,
                new byte[0],
                NOW));
        StateFacts facts = new StateFacts(
                "CCN0001001",
                PeerState.COMPLETE,
                PeerPhase.NONE,
                PeerReason.NONE,
                "reg0001001",
                1,
                keys.keyId(),
                9,
                NextActor.NOBODY);
        Suspension maintenance =
                new Suspension(Suspension.Kind.MAINTENANCE, NOW.plusSeconds(3600), NOW.plusSeconds(7200), "New disks");
        StateMessages.Beside beside = new StateMessages.Beside(1, 6, maintenance);
        put("state.question", question);
        put("state.answer", provider.answer(provider.readQuestion(question), facts, beside));
    }

    /** The provider moves. */
    private void address() {
        put("address.announcement", stated(MessageType.ADDRESS, providerKeys, ConnectionSide.PROVIDER, "announcement"));
        put(
                "address.question",
                stated(MessageType.ADDRESS_QUESTION, consumerKeys, ConnectionSide.CONSUMER, "question"));
        put("address.proof", stated(MessageType.ADDRESS_PROOF, providerKeys, ConnectionSide.PROVIDER, "question"));
        put(
                "address.answer",
                stated(MessageType.ADDRESS_ANSWER, consumerKeys, ConnectionSide.CONSUMER, "announcement"));
    }

    /** The provider has a new signature key. */
    private void signatureKey() {
        TestKeys renewed = new TestKeys("provider renewed");
        put("signatureKey.new.publicKey", text(renewed.signaturePublicKey()));
        put("signatureKey.new.thumbprint", renewed.thumbprint());
        put(
                "signatureKey.announcement",
                rekeyed(MessageType.SIGNATURE_KEY, providerKeys, ConnectionSide.PROVIDER, renewed, "announcement"));
        put(
                "signatureKey.question",
                rekeyed(
                        MessageType.SIGNATURE_KEY_QUESTION,
                        consumerKeys,
                        ConnectionSide.CONSUMER,
                        renewed,
                        "question"));
        put(
                "signatureKey.proof",
                rekeyed(MessageType.SIGNATURE_KEY_PROOF, renewed, ConnectionSide.PROVIDER, renewed, "question"));
        put(
                "signatureKey.answer",
                rekeyed(
                        MessageType.SIGNATURE_KEY_ANSWER,
                        consumerKeys,
                        ConnectionSide.CONSUMER,
                        renewed,
                        "announcement"));
    }

    private byte[] rekeyed(MessageType type, TestKeys signer, ConnectionSide side, TestKeys renewed, String nonceOf) {
        byte[] nonce = new byte[32];
        new SeededRandom("signature key " + nonceOf).nextBytes(nonce);
        return SignedEnvelope.write(
                type,
                new StatedKey(
                        parties.registration(),
                        side.name(),
                        providerKeys.thumbprint(),
                        consumerKeys.thumbprint(),
                        renewed.signaturePublicKey(),
                        nonce,
                        NOW),
                signer);
    }

    /** The provider names another contact. */
    private void contact() {
        byte[] nonce = new byte[32];
        new SeededRandom("contact").nextBytes(nonce);
        put("contact.question", contact(MessageType.CONTACT_QUESTION, consumerKeys, "", "", Instant.EPOCH, nonce));
        put("contact.answer", contact(MessageType.CONTACT, providerKeys, "Mia Keller", "Acme", NOW, nonce));
    }

    private byte[] contact(
            MessageType type, TestKeys keys, String contact, String company, Instant changedAt, byte[] nonce) {
        ConnectionSide side = keys == providerKeys ? ConnectionSide.PROVIDER : ConnectionSide.CONSUMER;
        return SignedEnvelope.write(
                type,
                new StatedContact(
                        parties.registration(),
                        side.name(),
                        providerKeys.thumbprint(),
                        consumerKeys.thumbprint(),
                        contact,
                        company,
                        changedAt,
                        nonce,
                        NOW),
                keys);
    }

    private byte[] stated(MessageType type, TestKeys keys, ConnectionSide side, String nonceOf) {
        byte[] nonce = new byte[32];
        new SeededRandom("address " + nonceOf).nextBytes(nonce);
        return SignedEnvelope.write(
                type,
                new StatedAddress(
                        parties.registration(),
                        side.name(),
                        providerKeys.thumbprint(),
                        consumerKeys.thumbprint(),
                        "https://moved.example.com",
                        nonce,
                        NOW),
                keys);
    }

    private void put(String name, Object value) {
        Map<String, Object> parent = example;
        String[] path = name.split("\\.", -1);
        for (String level : Arrays.copyOf(path, path.length - 1)) {
            parent = child(parent, level);
        }
        parent.put(path[path.length - 1], value instanceof byte[] message ? new String(message, UTF_8) : value);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.computeIfAbsent(name, key -> new LinkedHashMap<String, Object>());
    }

    private static InstanceSettings settings(TestKeys keys) {
        return new InstanceSettings(
                "example", URI.create(keys.url()), Path.of("target"), InstanceSettings.Mode.STANDARD, "example", null);
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String json(Map<String, Object> value) throws JsonProcessingException {
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(value)
                + "\n";
    }
}
