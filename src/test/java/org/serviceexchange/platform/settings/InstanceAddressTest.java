package org.serviceexchange.platform.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings.Mode;

class InstanceAddressTest {

    /** Each spelling has a normal form, or is refused with a code. */
    @ParameterizedTest
    @CsvFileSource(resources = "/addresses/spellings.csv", delimiter = '|', nullValues = "-", numLinesToSkip = 1)
    void hasOneNormalForm(String spelled, String normal, String shown, String code) {
        if (code == null) {
            InstanceAddress address = InstanceAddress.of(spelled);
            assertThat(address.value()).isEqualTo(normal);
            assertThat(InstanceAddress.of(address.value())).isEqualTo(address);
            assertThat(InstanceAddress.shown(address.value())).isEqualTo(shown == null ? normal : shown);
            assertThat(InstanceAddress.same(spelled, normal)).isTrue();
        } else {
            Problem refused = catchThrowableOfType(Problem.class, () -> InstanceAddress.of(spelled));
            assertThat(refused).as(spelled).isNotNull();
            assertThat(refused.code().code()).isEqualTo(code);
            assertThat(InstanceAddress.normal(spelled)).isEqualTo(spelled);
        }
    }

    @Test
    void limitsTheLengthOfLabelsHostsAndAddresses() {
        String label = "a".repeat(63);
        String host = String.join(".", label, label, label, "a".repeat(57), "com");
        assertThat(host).hasSize(253);
        assertThat(InstanceAddress.of("https://" + host).value()).isEqualTo("https://" + host);
        assertRefused("https://a" + host, ProblemCode.URL_HOST_INVALID);
        assertRefused("https://" + "a".repeat(64) + ".example", ProblemCode.URL_HOST_INVALID);
        assertRefused("https://" + "a.".repeat(150) + "example", ProblemCode.URL_HOST_INVALID);
        assertRefused("https://a.example" + "/p".repeat(250), ProblemCode.URL_MALFORMED);
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
        "https://Provider.example.com/, https://provider.example.com",
        "https://provider.example.com:443, https://provider.example.com",
        "https://provider.example.com./sx//, https://provider.example.com/sx",
        "https://b\u00fccher.example, https://xn--bcher-kva.example",
        "https://provider.example.com, https://provider.example.com"
    })
    void spellsTheBaseUrlOfThisInstanceInTheNormalForm(URI set, URI used) {
        assertThat(new InstanceSettings("name", set, Path.of("home"), Mode.STANDARD, "name", null).baseUrl())
                .isEqualTo(used);
    }

    @ParameterizedTest
    @CsvSource({
        "https://xn--bcher-kva.example/sx, b\u00fccher.example",
        "http://localhost:8081, localhost:8081",
        "https://[::1]:8443/a, [::1]:8443"
    })
    void namesHostAndPortAsPeopleReadThem(URI address, String shown) {
        assertThat(InstanceAddress.shownAuthority(address)).isEqualTo(shown);
    }

    private static void assertRefused(String spelled, ProblemCode code) {
        Problem refused = catchThrowableOfType(Problem.class, () -> InstanceAddress.of(spelled));
        assertThat(refused).as(spelled).isNotNull();
        assertThat(refused.code()).isEqualTo(code);
    }
}
