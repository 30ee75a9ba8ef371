package org.serviceexchange.consumer.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.consumer.TestConnections;

class RegistrationLinkTest {

    private static final String INCOMPLETE =
            "The registration link is not complete. Copy the whole link from the e-mail, or ask the provider for a new one.";

    @Test
    void readsWhatTheLinkSays() {
        RegistrationLink link = RegistrationLink.of(
                "https://provider.example.com/", "REG0001001", TestConnections.SECRET, TestConnections.PIN);
        assertThat(link).isEqualTo(TestConnections.link());
    }

    @Test
    void leavesTheSecretOutOfItsText() {
        assertThat(TestConnections.link()).hasToString("RegistrationLink[REG0001001 of https://provider.example.com]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "provider.example.com",
                "ftp://provider.example.com",
                "https://user@provider.example.com",
                "https://provider.example.com?x=1",
                "https://provider.example.com#x",
                "javascript:alert(1)",
                "https://",
                "::"
            })
    void refusesAnAddressThatIsNotThatOfAnInstance(String provider) {
        assertThatThrownBy(
                        () -> RegistrationLink.of(provider, "REG0001001", TestConnections.SECRET, TestConnections.PIN))
                .hasMessage(INCOMPLETE);
    }

    @ParameterizedTest
    @CsvSource({"REG1, S, P", "XYZ0001001, S, P", "REG0001001, short, P", "REG0001001, S, short", "REG0001001, S, ''"})
    void refusesOtherPartsThatAreMalformed(String registration, String secret, String pin) {
        String fullSecret = "S".equals(secret) ? TestConnections.SECRET : secret;
        String fullPin = "P".equals(pin) ? TestConnections.PIN : pin;
        assertThatThrownBy(() -> RegistrationLink.of(TestConnections.BASE, registration, fullSecret, fullPin))
                .hasMessage(INCOMPLETE);
    }
}
