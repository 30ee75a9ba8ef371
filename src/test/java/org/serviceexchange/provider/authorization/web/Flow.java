package org.serviceexchange.provider.authorization.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.directory.login.web.TestLogins;
import org.serviceexchange.provider.Stage;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/** A consumer and a browser in a valid authorization flow; each test changes one thing. */
public final class Flow {

    static final String ISSUER = "https://provider.example.com";
    public static final String VERIFIER = "a-code-verifier-that-is-long-enough-for-the-standard-0123456789";

    private final MockMvc mvc;
    private final Stage.Claimed consumer;
    private final String person;

    /** When the person logged in: a moment ago, whatever the clock of a test says. */
    Instant loggedInAt = Instant.parse("2200-01-01T00:00:00Z");

    MockHttpSession session = new MockHttpSession();
    public String consentState = "";
    public String ticket = "";

    public Flow(MockMvc mvc, Stage.Claimed consumer, String person) {
        this.mvc = mvc;
        this.consumer = consumer;
        this.person = person;
    }

    Map<String, String> authorizationRequest() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("response_type", "code");
        parameters.put("client_id", consumer.clientId());
        parameters.put("redirect_uri", consumer.redirect());
        parameters.put("scope", "key-exchange");
        parameters.put("state", "consumer-state");
        parameters.put("code_challenge", challenge(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    /** The authorization request of a logged-in user. */
    public MvcResult authorize(Consumer<Map<String, String>> change) throws Exception {
        MvcResult result = perform(
                get(address(change)).session(session).with(authentication(TestLogins.of(person, loggedInAt, 1))));
        String location = result.getResponse().getRedirectedUrl();
        if (location != null && location.contains("/oauth2/consent")) {
            consentState = parameter(location, "state");
        }
        return result;
    }

    /** The same with more at the end of the query, such as a parameter that is there already. */
    MvcResult authorizeWith(Consumer<Map<String, String>> change, String more) throws Exception {
        return perform(get(java.net.URI.create(address(change) + more))
                .session(session)
                .with(authentication(TestLogins.of(person, loggedInAt, 1))));
    }

    MvcResult authorizeAnonymously(Consumer<Map<String, String>> change) throws Exception {
        return perform(get(address(change)).session(session));
    }

    /** The parameters as given, percent-encoded once. */
    private java.net.URI address(Consumer<Map<String, String>> change) {
        Map<String, String> parameters = authorizationRequest();
        change.accept(parameters);
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/oauth2/authorize");
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(parameters).toUri();
    }

    public MvcResult consentPage() throws Exception {
        MvcResult page = perform(get("/oauth2/consent")
                .param("state", consentState)
                .param("client_id", consumer.clientId())
                .param("scope", "key-exchange")
                .session(session)
                .with(authentication(TestLogins.of(person, loggedInAt, 1))));
        Matcher field = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"")
                .matcher(page.getResponse().getContentAsString());
        ticket = field.find() ? field.group(1) : "";
        return page;
    }

    MockHttpServletRequestBuilder consentAnswer() {
        return post("/oauth2/authorize")
                .header("Origin", ISSUER)
                .param("client_id", consumer.clientId())
                .param("state", consentState)
                .param("ticket", ticket)
                .session(session)
                .with(authentication(TestLogins.of(person, loggedInAt, 1)));
    }

    public MvcResult allow() throws Exception {
        return perform(consentAnswer().param("scope", "key-exchange"));
    }

    MvcResult deny() throws Exception {
        return perform(consentAnswer());
    }

    /** The code, after authorization request, consent page and Allow. */
    public String code() throws Exception {
        authorize(parameters -> {});
        consentPage();
        return parameter(allow().getResponse().getRedirectedUrl(), "code");
    }

    public Map<String, String> tokenRequest(String code) throws Exception {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("grant_type", "authorization_code");
        parameters.put("code", code);
        parameters.put("redirect_uri", consumer.redirect());
        parameters.put("code_verifier", VERIFIER);
        parameters.put("client_id", consumer.clientId());
        parameters.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
        parameters.put("client_assertion", assertion(claims -> {}));
        return parameters;
    }

    public MvcResult token(Map<String, String> parameters) throws Exception {
        MockHttpServletRequestBuilder request = post("/oauth2/token");
        parameters.forEach(request::param);
        return perform(request);
    }

    MvcResult token(Map<String, String> parameters, String authorization) throws Exception {
        MockHttpServletRequestBuilder request = post("/oauth2/token").header("Authorization", authorization);
        parameters.forEach(request::param);
        return perform(request);
    }

    /** An access token, at the end of the valid flow. */
    public String accessToken() throws Exception {
        String body = token(tokenRequest(code())).getResponse().getContentAsString();
        Matcher value = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(body);
        if (!value.find()) {
            throw new AssertionError("no token: " + body);
        }
        return value.group(1);
    }

    String assertion(Consumer<JWTClaimsSet.Builder> change) throws JOSEException {
        SignedJWT assertion = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256).keyID("key-1").build(), claims(change));
        assertion.sign(new ECDSASigner(consumer.key()));
        return assertion.serialize();
    }

    JWTClaimsSet claims(Consumer<JWTClaimsSet.Builder> change) {
        Instant now = Instant.now();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(consumer.clientId())
                .subject(consumer.clientId())
                .audience(ISSUER)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(60)));
        change.accept(claims);
        return claims.build();
    }

    MvcResult perform(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn();
    }

    public static String parameter(String address, String name) {
        String value = UriComponentsBuilder.fromUriString(address)
                .build()
                .getQueryParams()
                .getFirst(name);
        return value == null ? "" : java.net.URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
