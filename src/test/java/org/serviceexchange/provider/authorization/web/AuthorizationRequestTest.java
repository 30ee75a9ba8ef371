package org.serviceexchange.provider.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.provider.ProviderSliceTest;
import org.serviceexchange.provider.Stage;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.registration.ClosingReason;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Validation of authorization requests; each test changes one thing. */
@ProviderSliceTest
class AuthorizationRequestTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Stage stage;

    @Autowired
    MovableClock clock;

    @Autowired
    TestDirectory directory;

    Stage.Claimed consumer;
    Flow flow;

    @BeforeEach
    void valid() {
        clock.reset();
        directory.reset();
        consumer = stage.claimed();
        flow = new Flow(mvc, consumer, TestDirectory.MIA);
    }

    @Test
    void asksWhoIsThereFirst() throws Exception {
        MvcResult response = flow.authorizeAnonymously(parameters -> {});

        assertThat(response.getResponse().getRedirectedUrl()).endsWith("/login");
    }

    /** A change of a parameter, and the error sent to the consumer. */
    static Stream<Arguments> refusedAtTheConsumer() {
        return Stream.of(
                without("code_challenge", "invalid_request"),
                without("code_challenge_method", "invalid_request"),
                with("code_challenge_method", "plain", "invalid_request"),
                with("code_challenge_method", "s256", "invalid_request"),
                with("code_challenge", "short", "invalid_request"),
                with("code_challenge", Flow.VERIFIER, "invalid_request"),
                without("scope", "invalid_scope"),
                with("scope", "openid", "invalid_scope"),
                with("scope", "key-exchange openid", "invalid_scope"),
                with("scope", "key-exchange admin", "invalid_scope"));
    }

    @ParameterizedTest
    @MethodSource("refusedAtTheConsumer")
    void tellsTheConsumerWhatIsWrong(String name, Consumer<Map<String, String>> change, String error) throws Exception {
        for (MvcResult response : List.of(flow.authorize(change), flow.authorizeAnonymously(change))) {
            String address = response.getResponse().getRedirectedUrl();
            assertThat(address).as(name).startsWith(consumer.redirect() + "?");
            assertThat(Flow.parameter(address, "error")).as(name).isEqualTo(error);
            assertThat(Flow.parameter(address, "iss")).as(name).isEqualTo("https://provider.example.com");
            assertThat(Flow.parameter(address, "state")).as(name).isEqualTo("consumer-state");
        }
    }

    @ParameterizedTest
    @MethodSource("statesThatAreNone")
    void tellsTheConsumerThatTheStateIsMissingOrTooLong(String state) throws Exception {
        String address = flow.authorize(parameters -> parameters.put("state", state))
                .getResponse()
                .getRedirectedUrl();

        assertThat(Flow.parameter(address, "error")).isEqualTo("invalid_request");
        assertThat(address.contains("state=")).isEqualTo(!state.isEmpty());
    }

    static Stream<String> statesThatAreNone() {
        return Stream.of("", "s".repeat(501));
    }

    @Test
    void omitsTheStateOfARequestWithoutOne() throws Exception {
        String address = flow.authorize(parameters -> parameters.remove("state"))
                .getResponse()
                .getRedirectedUrl();

        assertThat(Flow.parameter(address, "error")).isEqualTo("invalid_request");
        assertThat(address).doesNotContain("state=");
    }

    /** Changes of the query after which the provider tells the person, because it cannot know whom else to tell. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "-client_id",
                "-redirect_uri",
                "-response_type",
                "response_type=token",
                "+response_type=code",
                "+client_id=x",
                "+redirect_uri=https://x.example",
                "+scope=key-exchange",
                "+state=x",
                "+code_challenge=x",
                "+code_challenge_method=S256",
                "+request=x",
                "+request_uri=x",
            })
    void tellsThePersonOnAPage(String change) throws Exception {
        MvcResult response = flow.authorizeWith(parameters -> change(parameters, change), repeated(change));

        assertThat(response.getResponse().getStatus()).isEqualTo(400);
        assertThat(response.getResponse().getRedirectedUrl()).isNull();
    }

    private static void change(Map<String, String> parameters, String change) {
        if (change.startsWith("-")) {
            parameters.remove(change.substring(1));
        } else if (!change.startsWith("+")) {
            parameters.put(change.split("=", 2)[0], change.split("=", 2)[1]);
        }
    }

    private static String repeated(String change) {
        return change.startsWith("+") ? "&" + change.substring(1) : "";
    }

    /** Redirect URIs that differ minimally from the registered one; {@code {url}} is the consumer's base URL. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{url}/connect/callback/",
                "{url}/connect/callback?x=1",
                "{url}/connect/callback#x",
                "{url}/connect/../connect/callback",
                "{url}/connect/Callback",
                "{url}/connect%2Fcallback",
                "{url}:443/connect/callback",
                "{url}.evil.example/connect/callback",
                "{url}@evil.example/connect/callback",
                "https://evil.example/connect/callback",
                "http://127.0.0.1:1/connect/callback",
                "javascript:alert(1)",
            })
    void sendsNobodyToAnAddressThatWasNotRegistered(String redirect) throws Exception {
        MvcResult response =
                flow.authorize(parameters -> parameters.put("redirect_uri", redirect.replace("{url}", consumer.url())));

        assertThat(response.getResponse().getStatus()).isEqualTo(400);
        assertThat(response.getResponse().getRedirectedUrl()).isNull();
    }

    @Test
    void sendsNobodyToAnotherPortOfALoopbackAddress() throws Exception {
        Stage.Claimed local = stage.claimedAtLoopback();
        Flow here = new Flow(mvc, local, TestDirectory.MIA);

        MvcResult other =
                here.authorize(parameters -> parameters.put("redirect_uri", "http://127.0.0.1:9999/connect/callback"));
        MvcResult registered = here.authorize(parameters -> {});

        assertThat(other.getResponse().getStatus()).isEqualTo(400);
        assertThat(other.getResponse().getRedirectedUrl()).isNull();
        assertThat(registered.getResponse().getRedirectedUrl()).contains("/oauth2/consent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"redirect_uri", "client_id", "response_type", "state"})
    void needsEveryParameter(String name) throws Exception {
        String address = flow.authorize(parameters -> parameters.remove(name))
                .getResponse()
                .getRedirectedUrl();

        assertThat(address == null ? "" : address).doesNotContain("code=").doesNotContain("/oauth2/consent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"request_uri", "request"})
    void takesNoRequestFromElsewhere(String name) throws Exception {
        flow.authorize(parameters -> {});

        MvcResult response = flow.authorize(parameters ->
                parameters.put(name, "urn:ietf:params:oauth:request_uri:" + flow.consentState + "___9999999999999"));

        assertThat(response.getResponse().getStatus()).isEqualTo(400);
    }

    @Test
    void tellsAPersonThatTheRegistrationWasClosed() throws Exception {
        stage.change(consumer.number(), registration -> registration.close(ClosingReason.CANCELLED));

        var request = flow.authorize(parameters -> {}).getRequest();

        assertThat(request.getAttributeNames().asIterator())
                .toIterable()
                .anySatisfy(name -> assertThat(String.valueOf(request.getAttribute(name)))
                        .contains(
                                "This request belongs to no open registration: it was closed, or its link was replaced"
                                        + " by a newer one. Open the newest link you were sent, or ask the provider whether"
                                        + " the registration is still open."));
    }

    @Test
    void knowsOnlyClientsThatClaimed() throws Exception {
        MvcResult response = flow.authorize(parameters -> parameters.put("client_id", consumer.number()));

        assertThat(response.getResponse().getStatus()).isEqualTo(400);
        assertThat(response.getResponse().getRedirectedUrl()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/jwks",
                "/oauth2/introspect",
                "/oauth2/revoke",
                "/oauth2/par",
                "/oauth2/device_authorization",
                "/oauth2/device_verification",
                "/connect/register",
                "/connect/logout",
                "/userinfo",
                "/.well-known/openid-configuration",
                "/.well-known/oauth-authorization-server",
                "/oauth2/token/",
                "/oauth2/Token",
                "/oauth2/authorize/x",
            })
    void leadsToNoOtherEndpoint(String path) throws Exception {
        for (var request : List.of(
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(path),
                org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path))) {
            int status = flow.perform(request).getResponse().getStatus();
            assertThat(status).isIn(401, 403, 404);
        }
    }

    private static Arguments without(String name, String error) {
        Consumer<Map<String, String>> change = parameters -> parameters.remove(name);
        return Arguments.of("without " + name, change, error);
    }

    private static Arguments with(String name, String value, String error) {
        Consumer<Map<String, String>> change = parameters -> parameters.put(name, value);
        return Arguments.of(name + "=" + value, change, error);
    }
}
