package org.serviceexchange.provider.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.kmf.primitive.Thumbprint;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.TestKeys;
import org.serviceexchange.protocol.claim.ClaimRequest;
import org.serviceexchange.protocol.claim.ClaimResponse;
import org.serviceexchange.provider.MemoryRegistrations;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.registration.Claim;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;

/** A claim with the secret of the link, each test changing one thing. */
class PinConsumerTest {

    private static final String SECRET = "S".repeat(43);
    private static final KeyedHash HASH = (purpose, value) -> purpose + " " + value;
    private static final String URL = TestRegistrations.URL;

    /** Holds the secret, so that its hash is kept alone. */
    private static final byte[] ENVELOPE = {1, 2, 3};

    private final MovableClock clock = MovableClock.standingAt(TestRegistrations.NOW);
    private final MemoryRegistrations registrations = new MemoryRegistrations();
    private final Journal journal = mock();
    private final RegistrationLinks links = new RegistrationLinks(
            new RandomSecrets(),
            HASH,
            mock(),
            mock(),
            TestInstanceSettings.valid(),
            TestProviderSettings.valid(),
            clock);
    private final PinConsumer pinConsumer = new PinConsumer(
            registrations,
            links,
            new RandomSecrets(),
            new TestDirectory(),
            TestInstanceSettings.valid(),
            mock(),
            journal,
            clock);

    @BeforeEach
    void openRegistration() {
        Registration registration = TestRegistrations.requested();
        registration.checked(List.of());
        registration.open(TestRegistrations.link(links.hashOf(SECRET)));
        registrations.add(registration);
    }

    @Test
    void pinsTheConsumerThatKnowsTheSecret() {
        ClaimResponse answer = pinConsumer.pin(claim(SECRET, 1), ENVELOPE);

        Claim kept = kept().claim().orElseThrow();
        assertThat(kept.thumbprint()).isEqualTo(claim(SECRET, 1).party().thumbprint());
        assertThat(kept.consumerName()).isEqualTo("the-consumer");
        assertThat(kept.at()).isEqualTo(TestRegistrations.NOW);
        assertThat(answer.clientId()).isEqualTo(kept.clientId());
        assertThat(answer.providerName()).isEqualTo("the-provider");
        assertThat(answer.linkExpiresAt()).isEqualTo(TestRegistrations.EXPIRY);
        verify(journal)
                .workNote(
                        eq(TestRegistrations.NUMBER),
                        eq(Journal.SYSTEM),
                        argThat((LocalizedMessage note) -> note.key().equals("provider.note.claimed")),
                        argThat((List<Receipt> proofs) -> proofs.get(0).hash().equals(Thumbprint.of(ENVELOPE))
                                && proofs.get(0).message() == null));
    }

    @Test
    void answersTheSameConsumerAgainWithTheSameClientAndNotesItOnce() {
        ClaimResponse first = pinConsumer.pin(claim(SECRET, 1), ENVELOPE);
        ClaimResponse second = pinConsumer.pin(claim(SECRET, 1), ENVELOPE);

        assertThat(second.clientId()).isEqualTo(first.clientId());
        verify(journal).workNote(anyString(), any(Author.class), any(LocalizedMessage.class), anyList());
    }

    @Test
    void refusesAnotherSecret() {
        refused(claim("T".repeat(43), 1));
    }

    @Test
    void refusesTheSecretOfAnotherRegistration() {
        ClaimRequest claim = claim(SECRET, 1);
        refused(new ClaimRequest(
                "REG0001002",
                SECRET,
                claim.provider(),
                claim.instanceName(),
                claim.baseUrl(),
                claim.signatureKey(),
                claim.encryptionKey(),
                claim.oauthClientKey(),
                claim.redirectUri(),
                claim.issuedAt()));
    }

    @Test
    void refusesASecretThatWasReplacedAfterItWasFound() {
        registrations.betweenSearchAndLock(() -> {
            Registration renewed = kept();
            renewed.renewLink(TestRegistrations.link(links.hashOf("N".repeat(43))));
            registrations.save(renewed);
        });

        refused(claim(SECRET, 1));
    }

    @Test
    void refusesARegistrationThatWasCancelledAfterItWasFound() {
        registrations.betweenSearchAndLock(() -> {
            Registration cancelled = kept();
            cancelled.close(ClosingReason.CANCELLED);
            registrations.save(cancelled);
        });

        refused(claim(SECRET, 1));
    }

    @Test
    void refusesAnotherConsumerOnceOneIsPinned() {
        pinConsumer.pin(claim(SECRET, 1), ENVELOPE);

        assertThatThrownBy(() -> pinConsumer.pin(claim(SECRET, 2), ENVELOPE))
                .hasMessage("The registration link was used by another instance already. If that was not your company,"
                        + " tell the provider at once; otherwise ask for a new link.");
        assertThat(kept().claim().orElseThrow().thumbprint())
                .isEqualTo(claim(SECRET, 1).party().thumbprint());
    }

    @Test
    void refusesAnotherRedirect() {
        ClaimRequest claim = claim(SECRET, 1);
        assertThatThrownBy(() -> pinConsumer.pin(
                        new ClaimRequest(
                                claim.registration(),
                                claim.secret(),
                                claim.provider(),
                                claim.instanceName(),
                                claim.baseUrl(),
                                claim.signatureKey(),
                                claim.encryptionKey(),
                                claim.oauthClientKey(),
                                URL + "/elsewhere",
                                claim.issuedAt()),
                        ENVELOPE))
                .hasMessageContaining("redirectUri");
        assertThat(kept().claim()).isEmpty();
    }

    private void refused(ClaimRequest claim) {
        assertThatThrownBy(() -> pinConsumer.pin(claim, ENVELOPE))
                .hasMessage("The provider does not accept this registration link."
                        + " Use the newest link you were sent, or ask the provider for a new one.");
        assertThat(kept().claim()).isEmpty();
        verify(journal, never()).workNote(anyString(), anyString(), any(LocalizedMessage.class));
        verify(journal, never()).workNote(anyString(), any(Author.class), any(LocalizedMessage.class), anyList());
    }

    private Registration kept() {
        return registrations.find(TestRegistrations.NUMBER).orElseThrow();
    }

    private static final byte[] ENCRYPTION_KEY = new TestKeys("consumer").encryptionPublicKey();

    private static ClaimRequest claim(String secret, int consumer) {
        byte[] signatureKey = new byte[1984];
        signatureKey[0] = (byte) consumer;
        return new ClaimRequest(
                TestRegistrations.NUMBER,
                secret,
                "P".repeat(43),
                "the-consumer",
                URL,
                signatureKey,
                ENCRYPTION_KEY,
                TestKeys.CLIENT_KEY,
                URL + Claim.CALLBACK,
                TestRegistrations.NOW);
    }
}
