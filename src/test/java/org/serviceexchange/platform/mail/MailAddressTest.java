package org.serviceexchange.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abel.tuter@example.com",
                "a@b.example",
                "o'neill+onboarding=1@sub.example.co.uk",
                "{x}|~^`!#$%&*/?_-@example.com",
                "\"abel tuter\"@example.com",
                "\"a@b\\\"c\"@example.com",
                "jörg@example.com",
                "jörg@bücher.example",
                "用户@例子.中国",
                "abel@xn--bcher-kva.example",
                "abel@[192.0.2.1]",
                "abel@[IPv6:2001:db8::1]"
            })
    void takesWhatTheStandardsAllow(String address) {
        assertThat(MailAddress.isValid(address)).isTrue();
        assertThat(MailAddress.typed("  " + address + " ")).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abel",
                "@example.com",
                "abel@",
                "abel@localhost",
                "abel@example.com.",
                "abel@192.0.2.1",
                "abel@[999.0.2.1]",
                "abel@[IPv6:zz]",
                "abel@-example.com",
                "abel@exa_mple.com",
                ".abel@example.com",
                "abel.@example.com",
                "a..b@example.com",
                "abel tuter@example.com",
                "\"abel@example.com",
                "Abel <abel@example.com>",
                "abel@example.com, anna@example.com",
                "abel@example.com\r\nBcc: x@y.example",
                "ab\u202Eel@example.com",
                "abel@stra\u00dfe.example"
            })
    void refusesWhatIsNoAddress(String address) {
        assertThat(MailAddress.isValid(address)).isFalse();
        assertThatThrownBy(() -> MailAddress.typed(address))
                .hasMessageContaining("is not an e-mail address.")
                .message()
                .doesNotContain("\n");
    }

    /** Octets count, not letters. */
    @Test
    void limitsTheLength() {
        assertThat(MailAddress.isValid("a".repeat(64) + "@example.com")).isTrue();
        assertThat(MailAddress.isValid("a".repeat(65) + "@example.com")).isFalse();
        assertThat(MailAddress.isValid("ö".repeat(33) + "@example.com")).isFalse();
        String domain = ("b".repeat(60) + ".").repeat(3) + "example.com";
        assertThat(MailAddress.isValid("a".repeat(59) + "@" + domain)).isTrue();
        assertThat(MailAddress.isValid("a".repeat(60) + "@" + domain)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "abel@example.com, abel@example.com, false",
        "abel@Bücher.Example, abel@xn--bcher-kva.example, false",
        "jörg@bücher.example, jörg@xn--bcher-kva.example, true",
        "abel@[192.0.2.1], abel@[192.0.2.1], false"
    })
    void isSentWithADomainInAscii(String address, String sent, boolean international) {
        assertThat(MailAddress.sent(address)).isEqualTo(sent);
        assertThat(MailAddress.isInternational(address)).isEqualTo(international);
    }
}
