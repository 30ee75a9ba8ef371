package org.serviceexchange.protocol.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Party;
import org.serviceexchange.protocol.wire.SignedEnvelope;

class ClaimsTest {

    private static final ClientKey CLIENT_KEY = TestKeys.CLIENT_KEY;
    private static final TestKeys CONSUMER_KEYS = new TestKeys("consumer");

    private final MovableClock clock = MovableClock.standing();
    private final TestKeys providerKeys = new TestKeys("provider");
    private final TestKeys consumerKeys = CONSUMER_KEYS;
    private final TestKeys strangerKeys = new TestKeys("stranger");
    private final Claims consumer = claims(consumerKeys);
    private final Claims provider = claims(providerKeys);
    private final ClaimRequest claim = claim(consumer, consumerKeys, "REG0001001");
    private final ClaimResponse answer = ClaimResponse.at(
            providerKeys.url(),
            "REG0001001",
            consumerKeys.thumbprint(),
            "client-1",
            Instant.parse("2026-12-07T12:00:00Z"),
            "Acme-Services");

    private ClaimRequest claim(Claims by, TestKeys keys, String registration) {
        return by.prepare(
                keys, registration, "secret", providerKeys.thumbprint(), CLIENT_KEY, keys.url() + "/connect/callback");
    }

    @Test
    void readsWhatTheConsumerClaimed() {
        ClaimRequest read = provider.readRequest(consumer.request(claim));

        assertThat(read).usingRecursiveComparison().isEqualTo(claim);
        assertThat(read.party().thumbprint()).isEqualTo(consumerKeys.thumbprint());
    }

    @Test
    void readsWhatTheProviderAnswered() {
        assertThat(consumer.readResponse(provider.response(claim, answer), providerKeys.party(), claim))
                .isEqualTo(answer);
    }

    @Test
    void refusesClaimAndAnswerWithAnyByteFlipped() {
        everyFlip(consumer.request(claim), provider::readRequest);
        everyFlip(
                provider.response(claim, answer),
                flipped -> consumer.readResponse(flipped, providerKeys.party(), claim));
    }

    @Test
    void refusesAClaimAddressedToAnotherProvider() {
        fails(
                () -> claims(strangerKeys).readRequest(consumer.request(claim)),
                "the claim is addressed to another instance");
    }

    @Test
    void refusesAClaimSignedByAnotherKeyThanTheOneInside() {
        byte[] disguised = SignedEnvelope.write(MessageType.CLAIM, claim, strangerKeys);

        fails(() -> provider.readRequest(disguised), "the signature of the claim does not stand");
    }

    @Test
    void refusesAClaimWhoseClockDiffers() {
        byte[] request = consumer.request(claim);
        clock.move(Duration.ofSeconds(9));
        assertThat(provider.readRequest(request).registration()).isEqualTo("REG0001001");

        clock.move(Duration.ofSeconds(2));
        assertThatThrownBy(() -> provider.readRequest(request))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ProblemCode.CLOCKS_DIFFER));
    }

    @Test
    void refusesAnAnswerForAnotherRegistrationConsumerOrProvider() {
        byte[] signed = provider.response(claim, answer);

        invalid(
                () -> consumer.readResponse(signed, providerKeys.party(), claim(consumer, consumerKeys, "REG0001002")),
                "it is about another registration");
        invalid(
                () -> consumer.readResponse(
                        signed, providerKeys.party(), claim(claims(strangerKeys), strangerKeys, "REG0001001")),
                "it is about another consumer");
        invalid(
                () -> consumer.readResponse(
                        signed, new Party(providerKeys.url(), strangerKeys.signaturePublicKey()), claim),
                "the signature does not stand");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/oauth2/token",
                "http://provider.example.com/oauth2/token",
                "https://provider.example.com.evil.example.com/oauth2/token",
                "https://provider.example.com@evil.example.com/oauth2/token",
                "https://provider.example.com:8443/oauth2/token",
                "https://provider.example.com/../token",
                "https://provider.example.com/a/..",
                "https://provider.example.com/%2e%2e/token",
                "https://provider.example.com//evil.example.com/token",
                "https://provider.example.com/token?next=x",
                "https://provider.example.com/token#x",
                "https://provider.example.com",
                "/oauth2/token"
            })
    void refusesAnEndpointThatIsNotBelowTheProvidersBaseUrl(String endpoint) {
        ClaimResponse elsewhere = new ClaimResponse(
                answer.registration(),
                answer.consumer(),
                answer.clientId(),
                answer.issuer(),
                answer.authorizationEndpoint(),
                URI.create(endpoint),
                answer.exchangeEndpoint(),
                answer.confirmationEndpoint(),
                answer.probeEndpoint(),
                answer.linkExpiresAt(),
                answer.providerName());

        invalid(
                () -> consumer.readResponse(provider.response(claim, elsewhere), providerKeys.party(), claim),
                "an endpoint is not below the base URL");
    }

    @Test
    void showsNoSecretInItsText() {
        assertThat(claim).hasToString("ClaimRequest[REG0001001 by https://consumer.example.com]");
    }

    private Claims claims(TestKeys keys) {
        return new Claims(
                new InstanceSettings(
                        "test",
                        URI.create(keys.url()),
                        Path.of("target"),
                        InstanceSettings.Mode.STANDARD,
                        "test",
                        null),
                keys,
                clock);
    }

    private static void everyFlip(byte[] message, Consumer<byte[]> receiver) {
        for (int at = 0; at < message.length; at++) {
            byte[] flipped = message.clone();
            flipped[at] ^= 1;
            assertThatThrownBy(() -> receiver.accept(flipped), "byte %d", at).isInstanceOf(Problem.class);
        }
    }

    static Stream<Arguments> unusable() {
        byte[] good = CONSUMER_KEYS.encryptionPublicKey();
        byte[] bigCoefficient = good.clone();
        Arrays.fill(bigCoefficient, 0, 3, (byte) 0xff);
        byte[] smallOrder = good.clone();
        Arrays.fill(smallOrder, 1184, 1216, (byte) 0);
        String x = TestKeys.CLIENT_KEY.x();
        String y = TestKeys.CLIENT_KEY.y();
        String above = "_".repeat(42) + "8"; // 2 to the power of 256, less one
        return Stream.of(
                Arguments.of(bigCoefficient, x, y, "encryptionKey must be a usable X-Wing key"),
                Arguments.of(smallOrder, x, y, "encryptionKey must be a usable X-Wing key"),
                Arguments.of(new byte[1215], x, y, "encryptionKey must have 1216 bytes"),
                Arguments.of(good, y, x, "oauthClientKey must be a point on P-256"),
                Arguments.of(good, "A".repeat(43), "A".repeat(43), "oauthClientKey must be a point on P-256"),
                Arguments.of(good, above, y, "oauthClientKey must be a point on P-256"),
                Arguments.of(good, x, y.substring(1) + ".", "oauthClientKey must be a point on P-256"),
                Arguments.of(good, x, y.substring(1), "y must have 43 characters"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesKeysThatNobodyCanUse(byte[] encryptionKey, String x, String y, String reason) {
        Map<String, Object> claimed = new LinkedHashMap<>(Map.of(
                "registration",
                "REG0001001",
                "secret",
                "secret",
                "provider",
                providerKeys.thumbprint(),
                "instanceName",
                "test",
                "baseUrl",
                consumerKeys.url(),
                "signatureKey",
                consumerKeys.signaturePublicKey(),
                "encryptionKey",
                encryptionKey,
                "oauthClientKey",
                Map.of("kty", "EC", "crv", "P-256", "x", x, "y", y),
                "redirectUri",
                consumerKeys.url() + "/connect/callback",
                "issuedAt",
                clock.instant()));
        byte[] envelope = SignedEnvelope.write(MessageType.CLAIM, claimed, consumerKeys);

        assertThatThrownBy(() -> provider.readRequest(envelope))
                .hasMessage("The message does not have the form that the protocol asks for: " + reason
                        + ". Compare it with docs/protocol.md.");
    }

    private static void fails(ThrowingCallable receiving, String reason) {
        assertThatThrownBy(receiving)
                .isInstanceOf(Problem.class)
                .hasMessage("The claim of the registration is not valid: " + reason
                        + ". Sign the claim with the key that it contains, for the provider that the link names.");
    }

    private static void invalid(ThrowingCallable receiving, String fault) {
        assertThatThrownBy(receiving)
                .isInstanceOf(Problem.class)
                .hasMessage("The answer of https://provider.example.com is not what the protocol asks for: " + fault
                        + ". Ask the developers of that instance to compare it with docs/protocol.md.");
    }
}
