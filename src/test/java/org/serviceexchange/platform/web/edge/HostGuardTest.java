package org.serviceexchange.platform.web.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.Guarantee;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class HostGuardTest {

    private static final String BASE = "https://exchange.example.com";

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();
    private List<URI> former = List.of();

    @ParameterizedTest
    @CsvSource({
        "exchange.example.com, 443",
        "exchange.example.com, 80",
        "EXCHANGE.example.com, 443",
        "exchange.example.com., 443"
    })
    void answersUnderTheBaseUrl(String host, int port) throws Exception {
        ask(BASE, host, port, "/companies");

        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Guarantee(
            of = HostGuard.class,
            says = "Once the base URL is set, a request for another host is refused with status 421.")
    @ParameterizedTest
    @CsvSource({
        "evil.example, 443",
        "exchange.example.com.evil.example, 443",
        "exchange.example.com, 8443",
        "10.0.0.1, 80"
    })
    void refusesAnotherHost(String host, int port) throws Exception {
        ask(BASE, host, port, "/companies");

        assertThat(response.getStatus()).isEqualTo(421);
        assertThat(chain.getRequest()).isNull();
    }

    @Guarantee(
            of = HostGuard.class,
            says =
                    "The Host header decides nothing: what is made from a request has scheme, host and port of the base URL.")
    @Test
    void passesOnTheBaseUrl() throws Exception {
        ask(BASE, "EXCHANGE.example.com", 80, "/companies");

        var request = (jakarta.servlet.http.HttpServletRequest) chain.getRequest();
        assertThat(request.getRequestURL()).hasToString("https://exchange.example.com/companies");
        assertThat(request.getScheme()).isEqualTo("https");
        assertThat(request.getServerName()).isEqualTo("exchange.example.com");
        assertThat(request.getServerPort()).isEqualTo(443);
        assertThat(request.isSecure()).isTrue();
    }

    @Test
    void answersForHealthUnderAnyHost() throws Exception {
        ask(BASE, "10.0.0.1", 8080, "/actuator/health/readiness");

        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void comparesNoPortOfTheMachineItself() throws Exception {
        ask("http://localhost:8080", "localhost", 9, "/companies");

        assertThat(response.getStatus()).isEqualTo(200);
    }

    @Test
    void answersUnderAnyHostUntilTheBaseUrlIsSet() throws Exception {
        ask(null, "10.0.0.1", 8080, "/companies");

        assertThat(response.getStatus()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sx/v1/state", "/path/sx/v1/addresses/questions", "/.well-known/service-exchange"})
    void answersOtherInstancesAtItsFormerAddressForAWhile(String path) throws Exception {
        former = List.of(URI.create("https://old.example.com"));
        ask(BASE, "old.example.com", 443, path);

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(chain.getRequest().getServerName()).isEqualTo("exchange.example.com");
    }

    @ParameterizedTest
    @CsvSource({"old.example.com, /companies", "old.example.com, /sx/v2", "evil.example, /sx/v1/state"})
    void answersPeopleAtTheNewAddressOnlyAndNobodyElsewhere(String host, String path) throws Exception {
        former = List.of(URI.create("https://old.example.com"));
        ask(BASE, host, 443, path);

        assertThat(response.getStatus()).isEqualTo(421);
        assertThat(chain.getRequest()).isNull();
    }

    private void ask(String base, String host, int port, String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        request.setServerName(host);
        request.setServerPort(port);
        new HostGuard(base == null ? null : URI.create(base), () -> former).doFilter(request, response, chain);
    }
}
