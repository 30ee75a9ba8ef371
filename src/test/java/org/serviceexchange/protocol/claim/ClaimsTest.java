package org.serviceexchange.protocol.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.wire.Party;

class ClaimsTest {

    private static final ClientKey CLIENT_KEY = ClientKey.of("A".repeat(43), "B".repeat(43));

    private final MovableClock clock = MovableClock.standing();
    private final TestKeys providerKeys = new TestKeys("provider");
    private final TestKeys consumerKeys = new TestKeys("consumer");
    private final TestKeys strangerKeys = new TestKeys("stranger");
    private final Claims consumer = claims(consumerKeys);
    private final Claims provider = claims(providerKeys);
    private final ClaimRequest claim = consumer.prepare(
            "REG0001001", "secret", providerKeys.thumbprint(), CLIENT_KEY, consumerKeys.url() + "/connect/callback");
    private final ClaimResponse answer = ClaimResponse.at(
            providerKeys.url(),
            "REG0001001",
            consumerKeys.thumbprint(),
            "client-1",
            Instant.parse("2026-12-07T12:00:00Z"),
            "Acme-Services");

    @Test
    void readsWhatTheConsumerClaimed() {
        ClaimRequest read = provider.readRequest(consumer.request(claim));

        assertThat(read).usingRecursiveComparison().isEqualTo(claim);
        assertThat(read.party().thumbprint()).isEqualTo(consumerKeys.thumbprint());
    }

    @Test
    void readsWhatTheProviderAnswered() {
        assertThat(consumer.readResponse(provider.response(answer), providerKeys.party(), "REG0001001"))
                .isEqualTo(answer);
    }

    @Test
    void refusesClaimAndAnswerWithAnyByteFlipped() {
        everyFlip(consumer.request(claim), provider::readRequest);
        everyFlip(
                provider.response(answer),
                flipped -> consumer.readResponse(flipped, providerKeys.party(), "REG0001001"));
    }

    @Test
    void refusesAClaimAddressedToAnotherProvider() {
        fails(
                () -> claims(strangerKeys).readRequest(consumer.request(claim)),
                "the claim is addressed to another instance");
    }

    @Test
    void refusesAClaimSignedByAnotherKeyThanTheOneInside() {
        byte[] disguised = claims(strangerKeys).request(claim);

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
        byte[] signed = provider.response(answer);

        invalid(() -> consumer.readResponse(signed, providerKeys.party(), "REG0001002"));
        invalid(() -> claims(strangerKeys).readResponse(signed, providerKeys.party(), "REG0001001"));
        invalid(() -> consumer.readResponse(
                signed, new Party(providerKeys.url(), strangerKeys.signaturePublicKey()), "REG0001001"));
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

        invalid(() -> consumer.readResponse(provider.response(elsewhere), providerKeys.party(), "REG0001001"));
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

    private static void fails(ThrowingCallable receiving, String reason) {
        assertThatThrownBy(receiving)
                .isInstanceOf(Problem.class)
                .hasMessageStartingWith("The key exchange could not be completed.")
                .hasRootCauseMessage(reason);
    }

    private static void invalid(ThrowingCallable receiving) {
        assertThatThrownBy(receiving)
                .isInstanceOf(Problem.class)
                .hasMessage(
                        "The answer of https://provider.example.com does not have the form that the protocol asks for."
                                + " Ask the developers of that instance to compare it with docs/protocol.md.");
    }
}
