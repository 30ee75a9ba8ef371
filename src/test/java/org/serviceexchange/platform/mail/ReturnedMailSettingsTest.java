package org.serviceexchange.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.mail.ReturnedMailSettings.Security;

class ReturnedMailSettingsTest {

    @Test
    void nobodyReadsAMailboxThatIsNotNamed() {
        assertThat(TestReturnedMail.off().on()).isFalse();
        assertThat(at(" ", Security.TLS, null).on()).isFalse();
        assertThat(TestReturnedMail.at(143).on()).isTrue();
    }

    @Test
    void aMailboxNeedsAUserAndAPassword() {
        assertThat(at("imap.example.com", Security.TLS, null).isComplete()).isFalse();
        assertThat(at("imap.example.com", Security.TLS, " ").isComplete()).isFalse();
        assertThat(at("imap.example.com", Security.TLS, "secret").isComplete()).isTrue();
        assertThat(TestReturnedMail.off().isComplete()).isTrue();
    }

    @Test
    void aPasswordCrossesNoNetworkInTheClear() {
        assertThat(at("imap.example.com", Security.NONE, "secret").isProtected())
                .isFalse();
        assertThat(at("imap.example.com", Security.STARTTLS, "secret").isProtected())
                .isTrue();
        assertThat(at("localhost", Security.NONE, "secret").isProtected()).isTrue();
    }

    @Test
    void eachSecurityHasItsUsualPort() {
        assertThat(at("imap.example.com", Security.TLS, "secret").usedPort()).isEqualTo(993);
        assertThat(at("imap.example.com", Security.STARTTLS, "secret").usedPort())
                .isEqualTo(143);
        assertThat(TestReturnedMail.at(4711).usedPort()).isEqualTo(4711);
    }

    @Test
    void aPortIsOne() {
        assertThat(TestReturnedMail.at(0).isPortUsable()).isFalse();
        assertThat(TestReturnedMail.at(1).isPortUsable()).isTrue();
        assertThat(TestReturnedMail.at(65_535).isPortUsable()).isTrue();
        assertThat(TestReturnedMail.at(65_536).isPortUsable()).isFalse();
        assertThat(TestReturnedMail.off().isPortUsable()).isTrue();
    }

    @Test
    void thePasswordIsInNoText() {
        assertThat(at("imap.example.com", Security.TLS, "a-secret")).asString().doesNotContain("a-secret");
    }

    @Test
    void anIntervalIsBetweenAMinuteAndADay() {
        assertThat(every(Duration.ofSeconds(59)).isIntervalUsable()).isFalse();
        assertThat(every(Duration.ofMinutes(1)).isIntervalUsable()).isTrue();
        assertThat(every(Duration.ofDays(1)).isIntervalUsable()).isTrue();
        assertThat(every(Duration.ofHours(25)).isIntervalUsable()).isFalse();
    }

    private static ReturnedMailSettings at(String host, Security security, String password) {
        return new ReturnedMailSettings(host, null, security, "user", password, "INBOX", Duration.ofMinutes(5));
    }

    private static ReturnedMailSettings every(Duration interval) {
        return new ReturnedMailSettings(null, null, Security.TLS, null, null, "INBOX", interval);
    }
}
