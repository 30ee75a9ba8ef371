package org.serviceexchange.protocol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

/** Private networks that the settings name may be called, and nothing else that is private. */
class NamedNetworksTest {

    private final CallableAddresses callable = TestCallableAddresses.withNetworks("10.20.0.0/16", "fd12:3456::/32");

    @Guarantee(
            of = Destinations.class,
            says = "Only https and host names are allowed, and IP addresses of named networks.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.20.1.2",
                "https://10.20.255.255:8443",
                "https://[fd12:3456:0:1::7]",
                "https://consumer.corp.internal",
                "https://consumer.example.com"
            })
    void mayBeEnteredAndCalled(String entered) {
        String address = callable.entered(entered).value();
        new Destinations(callable, InetAddress::getAllByName).check(URI.create(address + "/path"));
    }

    @ParameterizedTest
    @CsvSource({
        "https://10.21.0.1, URL_NOT_PUBLIC",
        "https://192.168.0.1, URL_NOT_PUBLIC",
        "https://[fd12:3457::1], URL_NOT_PUBLIC",
        "https://169.254.169.254, URL_NOT_PUBLIC",
        "https://127.0.0.1, URL_NOT_PUBLIC",
        "https://localhost, URL_NOT_PUBLIC",
        "http://10.20.1.2, URL_NOT_HTTPS",
        "https://intranet, URL_SINGLE_LABEL"
    })
    void doNotOpenOtherAddresses(String entered, ProblemCode code) {
        Problem refused = catchThrowableOfType(Problem.class, () -> callable.entered(entered));
        assertThat(refused.code()).isEqualTo(code);
    }

    @Guarantee(
            of = Destinations.class,
            says =
                    "A name is resolved once for each call, so that a name server that answers differently the second time gains nothing.")
    @Test
    void areCheckedAnewForEveryCall() throws UnknownHostException {
        List<InetAddress> answers = new ArrayList<>();
        for (String answer : List.of("10.20.1.2", "fd12:3456::1", "10.21.0.1", "169.254.169.254", "127.0.0.1")) {
            answers.addAll(List.of(InetAddress.getAllByName(answer)));
        }
        Destinations destinations = new Destinations(callable, host -> new InetAddress[] {answers.remove(0)});
        String host = "consumer.example.com";
        assertThat(destinations.resolve(host)[0].getHostAddress()).isEqualTo("10.20.1.2");
        assertThat(destinations.resolve(host)).hasSize(1);
        for (int rest = answers.size(); rest > 0; rest--) {
            assertThatExceptionOfType(Destinations.RefusedAddress.class).isThrownBy(() -> destinations.resolve(host));
        }
        assertThat(answers).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.0/8",
                "169.254.0.0/16",
                "0.0.0.0/0",
                "10.0.0.0/7",
                "10.0.0.0",
                "10.0.0.0/33",
                "10.0.0.256/24",
                "fe80::/10",
                "::1/128",
                "fc00::/6",
                "fd00::/129",
                "intranet/8",
                ""
            })
    void arePrivateOnes(String notation) {
        assertThat(settings(notation).isEveryNetworkPrivate()).as(notation).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10.0.0.0/8", "10.20.30.40/32", "172.16.0.0/12", "192.168.1.0/24", "100.64.0.0/10", "fd00::/8"})
    void mayBeNamed(String notation) {
        assertThat(settings(notation).isEveryNetworkPrivate()).isTrue();
    }

    private static OutboundSettings settings(String network) {
        return TestCallableAddresses.settings(Duration.ofSeconds(1), List.of(network), null);
    }
}
