package org.serviceexchange.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.serviceexchange.consumer.TestConnections.NUMBER;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.consumer.connection.ConnectionProcess;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.Invitation;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.RegistrationLink;
import org.serviceexchange.consumer.keyexchange.ExchangeOutcome;
import org.serviceexchange.consumer.keyexchange.LivingProviders;
import org.serviceexchange.journal.Author;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.LocalizedMessageText;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.outbound.PeerProblem;

class ConnectingUseCasesTest {

    private final ConnectionProcess process = mock();
    private final ConsumerWorld world = new ConsumerWorld(process);

    @Test
    void opensALinkOnceHoweverOftenItIsUsed() {
        assertThat(world.openConnection.open(TestConnections.link(), "ada")).isEqualTo(NUMBER);
        assertThat(world.openConnection.open(TestConnections.link(), "ben")).isEqualTo(NUMBER);
        verify(process, times(1))
                .start(argThat(invitation -> invitation.number().equals(NUMBER)), any());
        verify(process, never()).newerLinkOpened(anyString());
        assertThat(world.journal)
                .containsExactly("ada: The registration link REG0001001 of https://provider.example.com was opened.");
    }

    @Test
    void tellsTheProcessOfANewerLinkIfItHasClaimedTheFormerOne() {
        world.connections.save(TestConnections.claimed());
        world.openConnection.open(newerLink(), "ada");
        verify(process).newerLinkOpened(NUMBER);
    }

    /** Whatever waits goes on with the newer link, so that there is nothing to be kept for later. */
    @Test
    void goesOnWithANewerLinkIfNoneWasClaimed() {
        world.openConnection.open(TestConnections.link(), "ada");
        world.openConnection.open(newerLink(), "ada");
        verify(process, never()).newerLinkOpened(anyString());
        assertThat(world.journal).last().asString().startsWith("ada: A newer link was opened");
    }

    @Test
    void resumesAfterTheKeysWereAgreedWhateverTheLink() {
        world.connections.save(TestConnections.withKeys());
        assertThat(world.openConnection.open(newerLink(), "ada")).isEqualTo(NUMBER);
        verify(process, never()).newerLinkOpened(anyString());
    }

    @Test
    void aNewerLinkOfTheSameNumberReplacesWhatTheProviderHasLost() {
        String next = "PCN0001002";
        ProviderConnection lost = TestConnections.like(
                TestConnections.withKeys(),
                new Invitation(
                        "PCN0000007",
                        "REG0001001",
                        URI.create(TestConnections.BASE),
                        TestConnections.PIN,
                        "ada",
                        TestConnections.NOW));
        lost.probeReceived(TestConnections.KEY_ID);
        lost.probeSent(TestConnections.KEY_ID);
        world.connections.save(lost);
        assertThat(world.openConnection.replacedBy(newerLink())).isEmpty();
        assertThat(world.openConnection.open(newerLink(), "ada")).as("it lives").isEqualTo("PCN0000007");

        lost.warned(LivingProviders.KEYS_GONE);
        world.connections.save(lost);
        assertThat(world.openConnection.replacedBy(newerLink())).isEmpty();
        assertThat(world.openConnection.open(newerLink(), "ada"))
                .as("the provider may have it still")
                .isEqualTo("PCN0000007");
        assertThat(world.connections.get("PCN0000007").state()).isEqualTo(ConnectionState.ONBOARDED);

        lost.warned(LocalizedMessage.of("consumer.reason.lostAtProvider"));
        world.connections.save(lost);
        assertThat(world.openConnection.replacedBy(newerLink()).map(ProviderConnection::number))
                .as("said before")
                .hasValue("PCN0000007");
        assertThat(world.openConnection.open(newerLink(), "ada")).isEqualTo(next);
        assertThat(world.connections.get("PCN0000007").state()).isEqualTo(ConnectionState.OFF_BOARDED);
        assertThat(world.connections.get(next).state()).isEqualTo(ConnectionState.AWAITING_VALIDATION);
        assertThat(world.journal)
                .containsExactly(
                        "system: Off-boarded: replaced by " + next + ": the provider had lost this one.",
                        "ada: The registration link REG0001001 of https://provider.example.com was opened.",
                        "ada: Replaces PCN0000007, which the provider had lost and which ended in the same act.");
    }

    @Test
    void namesWhatIsNotHealthy() {
        world.connections.save(TestConnections.opened());
        world.unhealthy();
        assertThat(world.checkPrerequisites.check(NUMBER).record())
                .extracting(finding -> finding.cause(Locale.ENGLISH))
                .containsExactly("The key management of this instance is not operational: Clock (malfunction).");
        assertThat(world.connection().state()).isEqualTo(ConnectionState.VALIDATION_FAILED);
    }

    @Test
    void findsAProviderThatDoesNotAnswerOrIsAnother() {
        world.connections.save(TestConnections.opened());
        doThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "provider.example.com"))
                .doThrow(new Problem(ProblemCode.PROVIDER_PIN_DIFFERS, "https://provider.example.com"))
                .doThrow(new PeerProblem(503, "SX-3008", List.of(), true, "Later.", null))
                .when(world.provider)
                .verify(any());
        assertThat(codes()).containsExactly("SX-5002");
        assertThat(codes()).containsExactly("SX-6002");
        assertThat(codes()).containsExactly("SX-5002");
    }

    @Test
    void writesTheSameFindingsToTheJournalOnce() {
        world.connections.save(TestConnections.opened());
        world.unhealthy();
        world.checkPrerequisites.check(NUMBER).record();
        world.checkPrerequisites.check(NUMBER).record();
        assertThat(world.journal).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(InstanceSettings.Mode.class)
    void needsAnAddressOfItsOwn(InstanceSettings.Mode mode) {
        assertThatThrownBy(() -> ConsumerWorld.own(null, mode).baseUrl())
                .hasMessage("The base URL of this instance is not set. Set service-exchange.instance.base-url and"
                        + " restart.");
    }

    @Test
    void refusesLoopbackInProductionOnly() {
        String loopback = "http://localhost:8081";
        assertThat(ConsumerWorld.own(loopback, InstanceSettings.Mode.DEMO).callback())
                .isEqualTo("http://localhost:8081/connect/callback");
        assertThatThrownBy(() -> ConsumerWorld.own(loopback, InstanceSettings.Mode.PRODUCTION)
                        .baseUrl())
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.BASE_URL_IS_LOOPBACK));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CMP9999999", "CMP0001002"})
    void refusesACompanyThatCannotBeUsed(String company) {
        world.connections.save(TestConnections.validated());
        assertThatThrownBy(() -> world.connectToProvider.connect(NUMBER, company, Author.of("ada")))
                .hasMessage("The company does not exist or is deactivated. Choose an active company, or create it under"
                        + " Companies first.");
        assertThat(world.connection().state()).isEqualTo(ConnectionState.VALIDATED);
    }

    @Test
    void makesTheClientKeyBeforeTheClaimAndOnlyOnce() {
        world.connections.save(TestConnections.validated());
        world.connectToProvider.connect(NUMBER, "CMP0001001", Author.of("ada"));
        byte[] first = world.moduleKeys.get(NUMBER + " oauth-client");
        world.connectToProvider.connect(NUMBER, "CMP0001001", Author.of("ada"));
        assertThat(world.moduleKeys.get(NUMBER + " oauth-client")).isSameAs(first);
        assertThat(world.activeKeys).containsExactly(NUMBER + " oauth-client");
    }

    @Test
    void claimsWithTheSecretOfTheLinkAndWipesIt() {
        readyToClaim();
        assertThat(world.claimRegistration.claim(NUMBER).record()).isEmpty();
        verify(world.provider).claim(any(), eq(TestConnections.SECRET), any());
        verify(process).expiresAt(NUMBER, TestConnections.EXPIRY);
        assertThat(world.connection().snapshot().link().secret()).isNull();
    }

    @Test
    void claimsOnceHoweverOftenItIsAsked() {
        readyToClaim();
        world.claimRegistration.claim(NUMBER).record();
        world.claimRegistration.claim(NUMBER).record();
        verify(world.provider, times(1)).claim(any(), anyString(), any());
    }

    @Test
    void tellsAFinalRefusalOfTheClaimFromAFailure() {
        readyToClaim();
        when(world.provider.claim(any(), anyString(), any()))
                .thenThrow(
                        new PeerProblem(403, "SX-2202", List.of(), false, "The registration link has expired.", null))
                .thenThrow(new Problem(ProblemCode.PROVIDER_PIN_DIFFERS, "provider.example.com"))
                .thenThrow(new PeerProblem(503, "SX-2104", List.of(), true, "Not operational.", null))
                .thenThrow(new Problem(ProblemCode.PEER_UNREACHABLE, "provider.example.com"));
        assertThat(world.claimRegistration.claim(NUMBER).record())
                .contains(LocalizedMessage.of(
                        "consumer.reason.refused",
                        LocalizedMessage.of(
                                "consumer.withCode", new Problem(ProblemCode.LINK_EXPIRED).message(), "SX-2202")));
        assertThat(world.claimRegistration.claim(NUMBER).record().orElseThrow().inDefault())
                .isEqualTo("refused. The instance at provider.example.com is not the one that made the link. Do not"
                        + " continue; ask the provider for a new link by another way. Code SX-6002.");
        assertThatThrownBy(() -> world.claimRegistration.claim(NUMBER).record()).isInstanceOf(PeerProblem.class);
        assertThatThrownBy(() -> world.claimRegistration.claim(NUMBER).record()).isInstanceOf(Problem.class);
        assertThat(world.connection().snapshot().link().secret()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "SX-2202|Too late.|abgelehnt. %s Code SX-2202.",
                "SX-2021|Closed there.|abgelehnt. Der Anbieter sagt: Closed there. Code SX-2021.",
                "SX-2020|''|abgelehnt. Der Anbieter hat nicht gesagt, warum. Fragen Sie einen Admin des Anbieters. Code"
                        + " SX-2020.",
            })
    void saysARefusalInTheReadersLanguageOrQuotesIt(String code, String detail, String german) {
        readyToClaim();
        when(world.provider.claim(any(), anyString(), any()))
                .thenThrow(new PeerProblem(403, code, List.of(), false, detail, null));
        String ours = new Problem(ProblemCode.LINK_EXPIRED).sentence(Locale.GERMAN);
        world.claimRegistration.claim(NUMBER).record();
        world.closeConnection.close(NUMBER);
        assertThat(world.connection().snapshot().reason().in(Locale.GERMAN)).isEqualTo(german.replace("%s", ours));
    }

    @Test
    void saysARefusalWithWhatTheProviderNamesAndKeepsItAsData() {
        readyToClaim();
        when(world.provider.claim(any(), anyString(), any()))
                .thenThrow(new PeerProblem(404, "SX-2020", List.of("REG0001001"), false, "Gone.", null));
        world.claimRegistration.claim(NUMBER).record();
        world.closeConnection.close(NUMBER);
        Problem gone = new Problem(ProblemCode.REGISTRATION_UNKNOWN, "REG0001001");
        assertThat(world.connection().snapshot().reason())
                .isEqualTo(LocalizedMessage.of(
                        "consumer.reason.refused",
                        LocalizedMessage.of("consumer.withCode", gone.message(), "SX-2020")));
        assertThat(world.connection().snapshot().reason().in(Locale.GERMAN))
                .isEqualTo("abgelehnt. " + gone.sentence(Locale.GERMAN) + " Code SX-2020.");
    }

    @Test
    void hasRoomForEverythingThatAProviderMayName() {
        readyToClaim();
        String most = "\"".repeat(200);
        when(world.provider.claim(any(), anyString(), any()))
                .thenThrow(new PeerProblem(
                        409, "SX-2022", List.of(most, most, most, most, most, most, most, most), false, "No.", null));
        world.claimRegistration.claim(NUMBER).record();
        world.closeConnection.close(NUMBER);
        LocalizedMessage reason = world.connection().snapshot().reason();
        assertThat(reason.inDefault()).contains(most);
        assertThat(LocalizedMessageText.write(reason)).hasSizeLessThan(4000);
        assertThat(ReadableData.of(reason)).hasSizeLessThanOrEqualTo(4000);
    }

    @Test
    void closesForNoReasonGivenWhenNoStepWasRefused() {
        readyToClaim();
        world.closeConnection.close(NUMBER);
        assertThat(world.connection().snapshot().reason().inDefault())
                .isEqualTo("refused. The provider did not say why. Ask an admin of the provider.");
    }

    @Test
    void saysWhyThePersonHasToAuthenticateAgain() {
        readyToExchange();
        when(world.provider.exchangeKeys(any(), any(), anyString()))
                .thenThrow(new PeerProblem(403, "SX-2301", List.of(), false, "You are logged in as b.", null));
        world.exchangeKeys.exchange(NUMBER).record();
        assertThat(world.journal)
                .last()
                .isEqualTo("system: The provider did not accept the authorization; Authenticate has to be selected"
                        + " again. The provider says: You are logged in as b. Code SX-2301.");
    }

    @Test
    void keepsTheEarlierClaimWhenAnOutdatedLinkIsOpened() {
        readyToClaim();
        world.claimRegistration.claim(NUMBER).record();
        world.openConnection.open(newerLink(), "ada");
        when(world.provider.claim(any(), anyString(), any()))
                .thenThrow(new PeerProblem(403, "SX-2201", List.of(), false, "Not accepted.", null));
        assertThat(world.claimRegistration.claim(NUMBER).record()).isEmpty();
        assertThat(world.connection().state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(world.journal).last().asString().startsWith("system: The link that was opened last is not accepted");
    }

    @Test
    void keepsTheTokenSealedAndTheKeysUnderTheNumber() {
        readyToExchange();
        assertThat(new String(world.connection().snapshot().token().sealed(), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo("connection-token|PCN0001001|token-1");
        assertThat(world.exchangeKeys.exchange(NUMBER).record()).isEqualTo(ExchangeOutcome.agreed());
        verify(world.provider).exchangeKeys(any(), any(), eq("token-1"));
        assertThat(world.connection().snapshot().token()).isNull();
        assertThat(world.moduleKeys)
                .containsKeys(
                        NUMBER + " consumer-to-provider", NUMBER + " provider-to-consumer", NUMBER + " resumption");
        assertThat(world.activeKeys).doesNotContain(NUMBER + " consumer-to-provider");
    }

    @Test
    void exchangesOnceHoweverOftenItIsAsked() {
        readyToExchange();
        world.exchangeKeys.exchange(NUMBER).record();
        assertThat(world.exchangeKeys.exchange(NUMBER).record()).isEqualTo(ExchangeOutcome.agreed());
        verify(world.provider, times(1)).exchangeKeys(any(), any(), anyString());
    }

    @Test
    void asksThePersonAgainWithoutAUsableAuthorization() {
        readyToExchange();
        when(world.provider.exchangeKeys(any(), any(), anyString()))
                .thenThrow(new PeerProblem(401, "SX-2302", List.of(), false, "Not accepted.", null));
        assertThat(world.exchangeKeys.exchange(NUMBER).record()).isEqualTo(ExchangeOutcome.authorizationExpired());
        assertThat(world.connection().state()).isEqualTo(ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(world.exchangeKeys.exchange(NUMBER).record()).isEqualTo(ExchangeOutcome.authorizationExpired());
    }

    @Test
    void doesNotUseATokenAfterItsLife() {
        readyToExchange();
        world.clock.move(Duration.ofSeconds(301));
        assertThat(world.exchangeKeys.exchange(NUMBER).record()).isEqualTo(ExchangeOutcome.authorizationExpired());
        verify(world.provider, never()).exchangeKeys(any(), any(), anyString());
    }

    @Test
    void hearsThatTheExchangeIsSuspended() {
        readyToExchange();
        when(world.provider.exchangeKeys(any(), any(), anyString()))
                .thenThrow(new PeerProblem(403, "SX-3006", List.of(), false, "Suspended.", null));
        assertThat(world.exchangeKeys.exchange(NUMBER).record().refusal().inDefault())
                .isEqualTo("refused. The key exchange is suspended after repeated failures. Ask the provider's admin to"
                        + " review the registration. Code SX-3006.");
    }

    @Test
    void activatesEachDirectionWithItsProbe() {
        world.connections.save(TestConnections.withKeys());
        assertThat(world.activateConnection.activate(NUMBER).record()).isFalse();
        assertThat(world.activeKeys).containsExactly(NUMBER + " consumer-to-provider");
        when(world.probes.answer(any(), any())).thenReturn(new byte[] {7});
        assertThat(world.probed.probe(TestConnections.KEY_ID, new byte[] {1}))
                .hasValueSatisfying(answer -> assertThat(answer).containsExactly(7));
        assertThat(world.activeKeys).contains(NUMBER + " provider-to-consumer");
        assertThat(world.connection().state()).isEqualTo(ConnectionState.ONBOARDED);
        verify(process).probed(NUMBER, true);
    }

    @Test
    void knowsOfAProbeThatCameBeforeItsOwn() {
        world.connections.save(TestConnections.withKeys());
        world.probed.probe(TestConnections.KEY_ID, new byte[] {1});
        assertThat(world.activateConnection.activate(NUMBER).record()).isTrue();
        assertThat(world.connection().state()).isEqualTo(ConnectionState.ONBOARDED);
    }

    @Test
    void probesOnceHoweverOftenItIsAsked() {
        world.connections.save(TestConnections.withKeys());
        world.activateConnection.activate(NUMBER).record();
        world.activateConnection.activate(NUMBER).record();
        verify(world.provider, times(1)).probe(any(), any(), any());
    }

    @Test
    void doesNotAnswerForAKeyItDoesNotHave() {
        assertThat(world.probed.probe("unknown", new byte[] {1})).isEqualTo(Optional.empty());
    }

    @Test
    void staysInactiveWhenAProbeDoesNotOpen() {
        world.connections.save(TestConnections.withKeys());
        when(world.probes.answer(any(), any())).thenThrow(new Problem(ProblemCode.EXCHANGE_FAILED));
        assertThatThrownBy(() -> world.probed.probe(TestConnections.KEY_ID, new byte[] {1}))
                .isInstanceOf(Problem.class);
        assertThat(world.connection().agreedKeys().inbound()).isFalse();
    }

    @Test
    void recordsWhyAProbeWasRefusedAtTheConnectionOfItsKey() {
        world.connections.save(TestConnections.withKeys());
        LocalizedMessage reason = LocalizedMessage.of("exchange.failed.probeDoesNotOpen");
        world.probed.refused("unknown", reason);
        assertThat(world.journal).isEmpty();
        world.probed.refused(TestConnections.KEY_ID, reason);
        assertThat(world.journal)
                .containsExactly("system: A probe of the other side was refused: the probe does not open.");
    }

    @Test
    void destroysTheKeysOfAConnectionThatIsClosed() {
        readyToExchange();
        world.exchangeKeys.exchange(NUMBER).record();
        world.closeConnection.cancel(NUMBER);
        assertThat(world.moduleKeys).isEmpty();
        assertThat(world.connection().snapshot().reason()).isEqualTo(LocalizedMessage.of("consumer.reason.cancelled"));
    }

    @Test
    void doesNotCancelWhatIsOnboarded() {
        world.connections.save(TestConnections.withKeys());
        world.probed.probe(TestConnections.KEY_ID, new byte[] {1});
        world.activateConnection.activate(NUMBER).record();
        assertThatThrownBy(() -> world.requestCancellation.request(NUMBER, "ada"))
                .isInstanceOf(Problem.class);
        verify(process, never()).cancel(NUMBER);
    }

    @Test
    void refusesACancellationAfterTheProcessHasEnded() {
        world.connections.save(TestConnections.claimed());
        assertThatThrownBy(() -> world.requestCancellation.request(NUMBER, "ada"))
                .hasMessageStartingWith("The provider connection PCN0001001 is not ready for this step;");
        verify(process).cancel(NUMBER);
    }

    private List<String> codes() {
        return world.checkPrerequisites.check(NUMBER).record().stream()
                .map(finding -> finding.code().code())
                .toList();
    }

    private static RegistrationLink newerLink() {
        return new RegistrationLink(
                TestConnections.link().provider(), "REG0001001", "T".repeat(43), TestConnections.PIN);
    }

    private void readyToClaim() {
        world.openConnection.open(TestConnections.link(), "ada");
        world.checkPrerequisites.check(NUMBER).record();
        world.connectToProvider.connect(NUMBER, "CMP0001001", Author.of("ada"));
    }

    private void readyToExchange() {
        readyToClaim();
        world.claimRegistration.claim(NUMBER).record();
        world.authenticateAtProvider.authenticated(
                NUMBER, "ada", "token-1", world.clock.instant().plusSeconds(300));
    }
}
