package org.serviceexchange.provider.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
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
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.journal.LogLines;
import org.serviceexchange.provider.ProviderSliceTest;
import org.serviceexchange.provider.Stage;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.authorization.UsedAssertions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** Client authentication at the token endpoint; each test changes one thing. */
@ProviderSliceTest
class ClientAssertionTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    Stage stage;

    @Autowired
    MovableClock clock;

    @Autowired
    TestDirectory directory;

    @Autowired
    UsedAssertions used;

    Stage.Claimed consumer;
    Flow flow;
    Map<String, String> request;

    @BeforeEach
    void valid() throws Exception {
        clock.reset();
        directory.reset();
        consumer = stage.claimed();
        flow = new Flow(mvc, consumer, TestDirectory.MIA);
        request = flow.tokenRequest(flow.code());
    }

    @Test
    void mayNameTheTokenEndpoint() throws Exception {
        request.put(
                "client_assertion",
                flow.assertion(claims -> claims.audience("https://provider.example.com/oauth2/token")));

        assertThat(flow.token(request).getResponse().getStatus()).isEqualTo(200);
    }

    static Stream<Arguments> optionalClaims() {
        return Stream.of(
                claims("no issue time", claims -> claims.issueTime(null)),
                claims(
                        "no issue time, ends as late as it may",
                        claims -> claims.issueTime(null).expirationTime(fromNow(299))),
                claims("a beginning", claims -> claims.notBeforeTime(fromNow(0))),
                claims("only a beginning", claims -> claims.issueTime(null).notBeforeTime(fromNow(-5))),
                claims("one audience in a list", claims -> claims.audience(List.of(Flow.ISSUER))));
    }

    @ParameterizedTest
    @MethodSource("optionalClaims")
    void acceptsWithAndWithoutWhatIsOptional(String name, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        request.put("client_assertion", flow.assertion(change));

        assertThat(flow.token(request).getResponse().getStatus()).as(name).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic eDp5", "Bearer x", "basic"})
    void refusesTwoWaysOfAuthentication(String header) throws Exception {
        MockHttpServletResponse response = flow.token(request, header).getResponse();

        assertError(response, 400, "invalid_request");
        assertThat(flow.token(request).getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void refusesASecretBesideTheAssertion() throws Exception {
        request.put("client_secret", "secret");

        assertError(flow.token(request).getResponse(), 400, "invalid_request");
    }

    @Test
    void tellsTheSecurityLogOfAClientThatIsRefused() throws Exception {
        request.put("client_assertion", "x.y.z");
        try (LogLines lines = new LogLines("security")) {
            assertError(flow.token(request).getResponse(), 401, "invalid_client");
            assertThat(lines.with("error.code=\"invalid_client\""))
                    .singleElement()
                    .satisfies(
                            line -> assertThat(LogLines.fact(line, "url.path")).contains("/oauth2/token"));
        }
    }

    @Test
    void answersInTheSchemeThatTheClientUsed() throws Exception {
        request.remove("client_assertion");
        MockHttpServletResponse response = flow.token(request, "Basic eDp5").getResponse();

        assertError(response, 401, "invalid_client");
        assertThat(response.getHeader("WWW-Authenticate")).isEqualTo("Basic realm=\"token\"");
    }

    /** A change of a valid token request, and the answer. */
    static Stream<Arguments> errors() {
        return Stream.of(
                Arguments.of("client_assertion", null, 401, "invalid_client"),
                Arguments.of("client_assertion", "x.y.z", 401, "invalid_client"),
                Arguments.of("client_assertion_type", null, 401, "invalid_client"),
                Arguments.of("client_assertion_type", "urn:other", 401, "invalid_client"),
                Arguments.of("client_id", "nobody", 401, "invalid_client"),
                Arguments.of("grant_type", null, 400, "invalid_request"),
                Arguments.of("grant_type", "password", 400, "unsupported_grant_type"),
                Arguments.of("code", null, 400, "invalid_request"),
                Arguments.of("code", "unknown", 400, "invalid_grant"),
                Arguments.of("redirect_uri", "https://other.example.com", 400, "invalid_grant"),
                Arguments.of("code_verifier", "wrong", 400, "invalid_grant"));
    }

    @ParameterizedTest
    @MethodSource("errors")
    void answersErrorsAsTheStandardAsks(String parameter, String value, int status, String error) throws Exception {
        if (value == null) {
            request.remove(parameter);
        } else {
            request.put(parameter, value);
        }

        assertError(flow.token(request).getResponse(), status, error);
    }

    private static void assertError(MockHttpServletResponse response, int status, String error) throws Exception {
        assertThat(response.getContentAsString())
                .matches("\\{\"error\":\"" + error
                        + "\",\"error_description\":\"[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+\"}");
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        assertThat(response.getHeader("Pragma")).isEqualTo("no-cache");
    }

    static Stream<Arguments> wrongClaims() {
        return Stream.of(
                claims("another issuer", claims -> claims.issuer("other")),
                claims("another subject", claims -> claims.subject("other")),
                claims("no issuer", claims -> claims.issuer(null)),
                claims("no subject", claims -> claims.subject(null)),
                claims("no audience", claims -> claims.audience((String) null)),
                claims("another audience", claims -> claims.audience("https://other.example.com")),
                claims("two audiences", claims -> claims.audience(List.of(Flow.ISSUER, "https://other.example.com"))),
                claims("the authorization endpoint", claims -> claims.audience(Flow.ISSUER + "/oauth2/authorize")),
                claims("an endpoint we do not have", claims -> claims.audience(Flow.ISSUER + "/oauth2/par")),
                claims("expired", claims -> claims.issueTime(fromNow(-60)).expirationTime(fromNow(-11))),
                claims("no expiry", claims -> claims.expirationTime(null)),
                claims("too long a life", claims -> claims.expirationTime(fromNow(400))),
                claims("from the future", claims -> claims.issueTime(fromNow(60))),
                claims("not yet valid", claims -> claims.notBeforeTime(fromNow(60))),
                claims("no id", claims -> claims.jwtID(null)),
                claims("a blank id", claims -> claims.jwtID(" ")),
                claims("an endless id", claims -> claims.jwtID("x".repeat(201))));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void refusesWrongClaims(String name, Consumer<JWTClaimsSet.Builder> change) throws Exception {
        request.put("client_assertion", flow.assertion(change));

        refused(name);
    }

    @Test
    void refusesAnAssertionThatWasPresentedBefore() throws Exception {
        flow.token(request);
        request.put("code", flow.code());

        refused("the same assertion with another code");
    }

    @Guarantee(
            of = ClientAssertionRules.class,
            says =
                    "An assertion is remembered for as long as any clock within the tolerated difference would accept it.")
    @Test
    void remembersAnAssertionForAsLongAsItCouldBeAccepted() throws Exception {
        request.put(
                "client_assertion",
                flow.assertion(claims -> claims.issueTime(fromNow(-60)).expirationTime(fromNow(-2))));
        assertThat(flow.token(request).getResponse().getStatus()).isEqualTo(200);
        used.purge(clock.instant());

        request.put("code", flow.code());
        refused("an assertion presented before, past its end and within the tolerated difference");
    }

    @ParameterizedTest
    @ValueSource(strings = {"client_assertion", "client_assertion_type", "both"})
    void refusesAClientThatProvesNothing(String missing) throws Exception {
        if (missing.equals("both")) {
            request.remove("client_assertion");
            request.remove("client_assertion_type");
        } else {
            request.remove(missing);
        }

        MvcResult response = flow.token(request);
        assertThat(response.getResponse().getStatus()).isIn(400, 401);
        assertThat(response.getResponse().getContentAsString()).doesNotContain("access_token");
    }

    @Test
    void refusesASecretInsteadOfASignature() throws Exception {
        request.remove("client_assertion");
        request.remove("client_assertion_type");
        request.put("client_secret", "secret");

        refused("client_secret");
    }

    @Test
    void refusesAnotherKey() throws Exception {
        ECKey other = Stage.newKey();
        request.put("client_assertion", signed(new JWSHeader(JWSAlgorithm.ES256), new ECDSASigner(other)));

        refused("another key");
    }

    @Guarantee(of = ClientAssertions.class, says = "The key is never fetched from anywhere.")
    @Test
    void refusesAKeyThatTheAssertionBringsAlong() throws Exception {
        ECKey other = Stage.newKey();
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .jwk(other.toPublicJWK())
                .jwkURL(java.net.URI.create("https://evil.example/jwks"))
                .build();
        request.put("client_assertion", signed(header, new ECDSASigner(other)));

        refused("a key in the header");
    }

    @Guarantee(of = ClientAssertions.class, says = "Only ES256 is accepted, whatever the header of the assertion says.")
    @Test
    void refusesAnUnsignedAssertion() throws Exception {
        request.put("client_assertion", new PlainJWT(flow.claims(claims -> {})).serialize());

        refused("alg none");
    }

    @Guarantee(of = ClientAssertions.class, says = "Only ES256 is accepted, whatever the header of the assertion says.")
    @Test
    void refusesAnRsaSignature() throws Exception {
        RSAKey rsa = new RSAKeyGenerator(2048).generate();
        request.put("client_assertion", signed(new JWSHeader(JWSAlgorithm.RS256), new RSASSASigner(rsa)));

        refused("RS256");
    }

    @Guarantee(of = ClientAssertions.class, says = "Only ES256 is accepted, whatever the header of the assertion says.")
    @Test
    void refusesThePublicKeyUsedAsASecret() throws Exception {
        byte[] publicKey =
                consumer.key().toPublicJWK().toJSONString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        request.put("client_assertion", signed(new JWSHeader(JWSAlgorithm.HS256), new MACSigner(publicKey)));

        refused("HS256");
    }

    @Test
    void refusesTheAssertionOfAnotherClient() throws Exception {
        Flow other = new Flow(mvc, stage.claimed(), TestDirectory.MIA);
        request.put("client_assertion", other.assertion(claims -> {}));

        MvcResult response = flow.token(request);
        assertThat(response.getResponse().getStatus()).isIn(400, 401);
        assertThat(response.getResponse().getContentAsString()).doesNotContain("access_token");
    }

    private String signed(JWSHeader header, com.nimbusds.jose.JWSSigner signer) throws Exception {
        SignedJWT assertion = new SignedJWT(header, flow.claims(claims -> {}));
        assertion.sign(signer);
        return assertion.serialize();
    }

    private void refused(String what) throws Exception {
        MvcResult response = flow.token(request);
        assertThat(response.getResponse().getStatus()).as(what).isEqualTo(401);
        assertThat(response.getResponse().getContentAsString()).as(what).doesNotContain("access_token");
    }

    private static Arguments claims(String name, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(name, change);
    }

    private static Date fromNow(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }
}
