package org.serviceexchange.provider.invitation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.Answers;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.provider.TestProviderSettings;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Link;

/** What a new link is made of, and the address that people copy. */
class RegistrationLinksTest {

    private static final String NUMBER = TestRegistrations.NUMBER;

    private final InstanceKeys keys = mock(Answers.RETURNS_SELF);
    private final Sealing sealing = mock();
    private final RegistrationLinks links = new RegistrationLinks(
            new RandomSecrets(),
            (purpose, value) -> "hash of " + purpose + " " + value,
            sealing,
            keys,
            TestInstanceSettings.valid(),
            TestProviderSettings.valid(),
            MovableClock.standingAt(TestRegistrations.NOW.plusMillis(5)));

    @BeforeEach
    void sealsNothing() {
        when(sealing.seal(any(), any(), any())).thenAnswer(call -> call.getArgument(2));
        when(sealing.open("registration-link", NUMBER, "sealed".getBytes(UTF_8)))
                .thenReturn("S".getBytes(UTF_8));
        when(keys.thumbprint()).thenReturn("P");
    }

    @Guarantee(of = RegistrationLinks.class, says = "A secret has 256 random bits.")
    @Test
    void makesSecretsThatNobodyGuesses() {
        Set<String> secrets = new HashSet<>();
        for (int time = 0; time < 20; time++) {
            secrets.add(new String(links.make(NUMBER).sealedSecret(), UTF_8));
        }

        assertThat(secrets)
                .hasSize(20)
                .allSatisfy(secret ->
                        assertThat(Base64.getUrlDecoder().decode(secret)).hasSize(32));
    }

    @Test
    void findsTheSecretByItsHashForFourteenDays() {
        Link link = links.make(NUMBER);
        String secret = new String(link.sealedSecret(), UTF_8);

        assertThat(link.secretHash())
                .isEqualTo("hash of registration-link " + secret)
                .isEqualTo(links.hashOf(secret));
        assertThat(link.expiresAt()).isEqualTo(TestRegistrations.EXPIRY);
    }

    @Test
    void livesAsLongAsAModelSays() {
        assertThat(links.make(NUMBER, Duration.ofDays(30)).expiresAt())
                .isEqualTo(TestRegistrations.EXPIRY.plus(Duration.ofDays(16)));
    }

    @Test
    void leadsToTheConsumerWithEverythingItMustKnow() {
        assertThat(links.addressOf(TestRegistrations.open()))
                .hasValueSatisfying(address -> assertThat(address)
                        .hasToString("https://consumer.example.com/connect?provider=https%3A%2F%2Fprovider.example.com"
                                + "&registration=REG0001001&secret=S&pin=P"));
        assertThat(links.addressOf(TestRegistrations.requested())).isEmpty();
    }
}
