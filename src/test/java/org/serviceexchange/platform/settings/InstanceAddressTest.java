package org.serviceexchange.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;

class InstanceAddressTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS://Consumer.Example.COM:443/, https://consumer.example.com",
        "http://LOCALHOST:80, http://localhost",
        "https://consumer.example.com/SX/../sx//, https://consumer.example.com/sx",
        "https://consumer.example.com:8443/, https://consumer.example.com:8443",
        "mailto:a@b.example, mailto:a@b.example"
    })
    void isWrittenInOneWay(URI spelled, String written) {
        assertThat(InstanceAddress.of(spelled).value()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:1",
                "https://LOCALHOST",
                "http://127.0.0.1",
                "http://127.9.9.9",
                "http://[::1]/"
            })
    void knowsThisMachine(URI address) {
        assertThat(InstanceAddress.isLoopback(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://127.example.com", "https://localhost.example.com", "https://128.0.0.1", "nonsense"})
    void takesNothingElseForThisMachine(URI address) {
        assertThat(InstanceAddress.isLoopback(address)).isFalse();
    }

    @Test
    void allowsPlainHttpInDemoModeForThisMachineOnly() {
        assertThat(InstanceAddress.typed(" http://Localhost:8081/ ", true).value())
                .isEqualTo("http://localhost:8081");
        assertThatThrownBy(() -> InstanceAddress.typed("http://127.example.com", true))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.URL_NOT_HTTPS));
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        String path = "/p".repeat(250);
        assertThatThrownBy(() -> InstanceAddress.typed("https://a.example" + path, false))
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.code()).isEqualTo(ProblemCode.URL_MALFORMED));
        assertThat(InstanceAddress.isBaseUrl(URI.create("https://a.example" + path)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/claims, true",
        "https://a.example/sx/claims, true",
        "https://a.example, false",
        "https://a.example/, false",
        "https://a.example.evil/claims, false",
        "https://a.example/../claims, false",
        "https://a.example/claims?to=evil, false",
        "https://a.example/%2e%2e/claims, false"
    })
    void letsAPeerSendUsBelowItsOwnAddressOnly(String address, boolean below) {
        assertThat(InstanceAddress.isBelow("https://a.example", address)).isEqualTo(below);
    }

    @ParameterizedTest
    @CsvSource({
        "https://Provider.example.com/, https://Provider.example.com",
        "https://provider.example.com/sx//, https://provider.example.com/sx",
        "https://provider.example.com, https://provider.example.com"
    })
    void leavesTheBaseUrlOfThisInstanceAsItIsSpelledButForSlashesAtItsEnd(URI set, URI used) {
        assertThat(new InstanceSettings("name", set, Path.of("home"), Mode.STANDARD, "name", null).baseUrl())
                .isEqualTo(used);
    }
}
