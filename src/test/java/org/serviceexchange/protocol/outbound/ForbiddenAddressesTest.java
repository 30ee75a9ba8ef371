package org.serviceexchange.protocol.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.util.unit.DataSize;

class ForbiddenAddressesTest {

    private static final OutboundSettings SETTINGS = new OutboundSettings(
            Duration.ofMillis(300),
            Duration.ofMillis(300),
            Duration.ofSeconds(2),
            DataSize.ofKilobytes(64),
            List.of(),
            null);

    private final List<String> asked = new ArrayList<>();

    @Guarantee(
            of = Destinations.class,
            says = "Only https and host names are allowed, and IP addresses of named networks.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                // not https, or nothing that could be called
                "http://example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "jar:https://example.com/a.jar!/",
                "//example.com/",
                "/path",
                "https:example.com",
                "https:///example.com",
                "HTTPS://example.com/",
                // this machine
                "https://localhost/",
                "https://LOCALHOST/",
                "https://localhost./",
                "https://127.0.0.1/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.1./",
                "https://0/",
                "https://0.0.0.0/",
                "https://2130706433/",
                "https://017700000001/",
                "https://0177.0.0.1/",
                "https://0177.0.0.01/",
                "https://0x7f000001/",
                "https://0x7f.0.0.1/",
                "https://0x7f.0x0.0x0.0x1/",
                "https://0x7F.1/",
                "https://127.0.0.1:8443/",
                "https://127.127.127.127/",
                "https://[::1]/",
                "https://[::]/",
                "https://[0:0:0:0:0:0:0:1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[::127.0.0.1]/",
                "https://[::1%25lo]/",
                // private networks
                "https://10.0.0.1/",
                "https://10.255.255.255/",
                "https://167772161/",
                "https://012.0.0.1/",
                "https://0xa.0.0.1/",
                "https://172.16.0.1/",
                "https://172.31.255.254/",
                "https://192.168.0.1/",
                "https://3232235521/",
                "https://0xc0.0xa8.0.1/",
                "https://0300.0250.0.1/",
                "https://[::ffff:10.0.0.1]/",
                "https://[::ffff:c0a8:1]/",
                "https://100.64.0.1/",
                "https://100.100.100.200/",
                "https://[fc00::1]/",
                "https://[fd12:3456:789a::1]/",
                "https://[fd00:ec2::254]/",
                "https://[fec0::1]/",
                // link-local and metadata
                "https://169.254.169.254/",
                "https://169.254.1.1/",
                "https://2852039166/",
                "https://0xa9fea9fe/",
                "https://0251.0376.0251.0376/",
                "https://[::ffff:169.254.169.254]/",
                "https://[fe80::1]/",
                "https://[fe80::1%25eth0]/",
                // translated, tunnelled, multicast, reserved
                "https://[64:ff9b::7f00:1]/",
                "https://[64:ff9b::a9fe:a9fe]/",
                "https://[64:ff9b:1::a00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:0:7f00:1::]/",
                "https://[2001:db8::1]/",
                "https://[ff02::1]/",
                "https://224.0.0.1/",
                "https://239.255.255.250/",
                "https://255.255.255.255/",
                "https://240.0.0.1/",
                "https://198.18.0.1/",
                "https://192.0.2.1/",
                // even a public address, if it is not a name
                "https://8.8.8.8/",
                "https://[2606:4700::1111]/",
                // names that hide something
                "https://example.com./",
                "https://example..com/",
                "https://-example.com/",
                "https://example_host.com/",
                "https://example/",
                "https://user@example.com/",
                "https://user:password@example.com/",
                "https://example.com@10.0.0.1/",
                "https://@example.com/",
                "https://example.com#fragment",
                "https://%31%32%37.0.0.1/",
                "https://\u2460\u2461\u2466.0.0.1/",
                "https://127\u30020\u30020\u30021/",
                "https://ex\u00e4mple.com/",
                "https://xn--/"
            })
    void refusesBeforeAnyNameServerIsAsked(String spelling) {
        Destinations destinations = new Destinations(TestCallableAddresses.standard(), this::recording);
        Problem problem = catchThrowableOfType(Problem.class, () -> destinations.check(URI.create(spelling)));
        assertThat(problem.code()).isEqualTo(ProblemCode.ADDRESS_REFUSED);
        assertThat(asked).isEmpty();
    }

    @Guarantee(
            of = OutboundHttp.class,
            says =
                    "Only public addresses and named private networks are called, and only over https; in demo mode also this machine.")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.255.255",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:10::1",
                "2001:20::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "4000::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "ff0e::1",
                "2606:4700::5efe:a00:1",
                "2606:4700::200:5efe:a00:1"
            })
    void refusesAPublicNameWithSuchAnAddress(String address) throws UnknownHostException {
        InetAddress hidden = InetAddress.getByName(address);
        Destinations destinations =
                new Destinations(TestCallableAddresses.standard(), host -> new InetAddress[] {hidden});
        assertThatExceptionOfType(Destinations.RefusedAddress.class)
                .isThrownBy(() -> destinations.resolve("consumer.example.com"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.63.255.255", "172.32.0.1", "192.0.1.1", "223.255.255.255", "2606:4700::1111"})
    void allowsAPublicAddress(String address) throws UnknownHostException {
        InetAddress open = InetAddress.getByName(address);
        Destinations destinations =
                new Destinations(TestCallableAddresses.standard(), host -> new InetAddress[] {open});
        destinations.check(URI.create("https://consumer.example.com:8443/path?query"));
        assertThat(destinations.resolve("consumer.example.com")).containsExactly(open);
    }

    @Guarantee(
            of = Destinations.class,
            says = "If any address of a name is neither public nor in a named network, none of them is called.")
    @Test
    void refusesANameIfOnlyOneOfItsAddressesIsPrivate() throws UnknownHostException {
        InetAddress[] mixed = {InetAddress.getByName("8.8.8.8"), InetAddress.getByName("10.0.0.1")};
        Destinations destinations = new Destinations(TestCallableAddresses.standard(), host -> mixed);
        assertThatExceptionOfType(Destinations.RefusedAddress.class)
                .isThrownBy(() -> destinations.resolve("consumer.example.com"));
    }

    @Guarantee(
            of = Destinations.class,
            says =
                    "A name is resolved once for each call, so that a name server that answers differently the second time gains nothing.")
    @Test
    void asksOnceACallAndChecksEveryAnswerWhenANameServerChangesItsMind() throws IOException {
        InetAddress then = InetAddress.getByName("10.1.2.3");
        Destinations destinations = new Destinations(TestCallableAddresses.demo(), host -> {
            asked.add(host);
            return new InetAddress[] {asked.size() == 1 ? InetAddress.getLoopbackAddress() : then};
        });
        try (RawPeer peer = RawPeer.answering("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
                OutboundHttp http = new OutboundHttp(
                        SETTINGS, destinations, new SimpleMeterRegistry(), address -> Optional.empty())) {
            assertThat(http.get(peer.address())).isEmpty();
            assertThat(asked).containsExactly("localhost");

            Problem problem = catchThrowableOfType(Problem.class, () -> http.get(peer.address()));
            assertThat(problem.code()).isEqualTo(ProblemCode.ADDRESS_REFUSED);
            assertThat(peer.requests()).isEqualTo(1);
        }
    }

    @Guarantee(
            of = OutboundHttp.class,
            says =
                    "Only public addresses and named private networks are called, and only over https; in demo mode also this machine.")
    @Test
    void allowsThisMachineInDemoModeOnlyWhereItsNameLeadsThere() throws UnknownHostException {
        Destinations destinations = new Destinations(TestCallableAddresses.demo(), InetAddress::getAllByName);
        destinations.check(URI.create("http://localhost:8081/path"));
        assertThat(destinations.resolve("localhost")).allMatch(InetAddress::isLoopbackAddress);

        Destinations misled = new Destinations(
                TestCallableAddresses.demo(), host -> new InetAddress[] {InetAddress.getByName("10.0.0.1")});
        assertThatExceptionOfType(Destinations.RefusedAddress.class).isThrownBy(() -> misled.resolve("localhost"));
        assertThatExceptionOfType(Destinations.RefusedAddress.class)
                .isThrownBy(() -> misled.resolve("consumer.example.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.com/", "http://10.0.0.1/", "http://user@localhost/", "http://127.0.0.2/"})
    void refusesEverythingElseInDemoModeToo(String spelling) {
        Destinations destinations = new Destinations(TestCallableAddresses.demo(), this::recording);
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> destinations.check(URI.create(spelling)));
    }

    private InetAddress[] recording(String host) {
        asked.add(host);
        return new InetAddress[0];
    }
}
