package org.serviceexchange.consumer.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.consumer.authorization.AuthenticateAtProvider;
import org.serviceexchange.consumer.connection.OwnAddress;
import org.serviceexchange.consumer.web.Notice;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.servlet.mvc.support.RedirectAttributesModelMap;
import org.springframework.web.util.UriComponentsBuilder;

class CallbackPageTest {

    private static final String NUMBER = TestConnections.NUMBER;
    private static final String OTHER = "PCN0001002";
    private static final String OTHER_BASE = "https://other.example.com";
    private static final Authentication ADA = new TestingAuthenticationToken("ada", "");
    private static final Authentication BEN = new TestingAuthenticationToken("ben", "");

    private final AuthenticateAtProvider authenticateAtProvider = mock();
    private final CodeRedemption redemption = mock();
    private final OwnAddress own = mock();
    private final AuthenticatePage authenticate = new AuthenticatePage(authenticateAtProvider, own);
    private final CallbackPage callback = new CallbackPage(authenticateAtProvider, redemption);
    private final MockHttpSession session = new MockHttpSession();
    private final ExtendedModelMap model = new ExtendedModelMap();
    private final RedirectAttributesModelMap attributes = new RedirectAttributesModelMap();

    @BeforeEach
    void twoProvidersWait() throws Exception {
        when(own.callback()).thenReturn("https://consumer.example.com/connect/callback");
        when(authenticateAtProvider.provider(NUMBER)).thenReturn(TestConnections.provider());
        when(authenticateAtProvider.provider(OTHER)).thenReturn(TestConnections.provider(OTHER_BASE, "client-2"));
        Instant issued = TestConnections.NOW;
        when(redemption.expiry(any()))
                .thenAnswer(
                        asked -> asked.getArgument(0, OAuth2AccessToken.class).getExpiresAt());
        when(redemption.redeem(any(), any(), anyString()))
                .thenReturn(new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, "token-1", issued, issued.plusSeconds(300)));
    }

    @Test
    void sendsThePersonToThePinnedProviderWithEverythingItAsksFor() {
        String location = authenticate.authenticate(NUMBER, from(""), ADA, Locale.ENGLISH, session, attributes);
        assertThat(location)
                .startsWith(
                        "redirect:https://provider.example.com/oauth2/authorize?response_type=code&client_id=client-1");
        Map<String, String> parameters = parameters(location);
        assertThat(parameters)
                .containsEntry("scope", "key-exchange")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://consumer.example.com/connect/callback");
        assertThat(parameters.get("code_challenge")).hasSize(43);
        assertThat(parameters.get("state")).hasSize(54).startsWith(NUMBER);
    }

    @Test
    void redeemsTheCodeAndMovesOn() throws Exception {
        String state = start(NUMBER, ADA);
        assertThat(answer(state, TestConnections.BASE, "code-1", null, ADA)).isEqualTo("redirect:/connect/" + NUMBER);
        verify(authenticateAtProvider).authenticated(NUMBER, "ada", "token-1", TestConnections.NOW.plusSeconds(300));
        assertThat(attributes.getFlashAttributes()).isEmpty();
    }

    @Test
    void acceptsAnAnswerOnce() throws Exception {
        String state = start(NUMBER, ADA);
        answer(state, TestConnections.BASE, "code-1", null, ADA);
        assertThat(answer(state, TestConnections.BASE, "code-1", null, ADA)).isEqualTo("consumer/unfinished");
    }

    @Test
    void refusesAnAnswerOfAnotherSession() {
        String state = start(NUMBER, ADA);
        MockHttpServletRequest elsewhere = new MockHttpServletRequest();
        elsewhere.setSession(new MockHttpSession());
        assertThat(callback.receive(
                        state, TestConnections.BASE, "code-1", null, ADA, Locale.ENGLISH, elsewhere, model, attributes))
                .isEqualTo("consumer/unfinished");
        verifyNoInteractions(redemption);
    }

    @Test
    void refusesAnAnswerWithoutASessionOrState() {
        assertThat(callback.receive(
                        null,
                        TestConnections.BASE,
                        "code-1",
                        null,
                        null,
                        Locale.ENGLISH,
                        new MockHttpServletRequest(),
                        model,
                        attributes))
                .isEqualTo("consumer/unfinished");
        start(NUMBER, ADA);
        assertThat(answer(null, TestConnections.BASE, "code-1", null, ADA)).isEqualTo("consumer/unfinished");
        verifyNoInteractions(redemption);
    }

    @Test
    void refusesAnAnswerForAnotherAdmin() {
        String state = start(NUMBER, ADA);
        assertThat(answer(state, TestConnections.BASE, "code-1", null, BEN)).isEqualTo("consumer/unfinished");
        verifyNoInteractions(redemption);
    }

    @Test
    void refusesAnotherIssuerBeforeTheCodeIsRedeemed() {
        refusedAsMixedUp(start(NUMBER, ADA), "https://evil.example.com");
        refusedAsMixedUp(start(NUMBER, ADA), null);
        refusedAsMixedUp(start(NUMBER, ADA), "");
        verifyNoInteractions(redemption);
    }

    @Test
    void neverTakesTheCodeOfOneProviderToTheOther() {
        start(NUMBER, ADA);
        refusedAsMixedUp(start(OTHER, ADA), TestConnections.BASE);
        verifyNoInteractions(redemption);
    }

    @Test
    void keepsTwoAuthenticationsApart() throws Exception {
        String first = start(NUMBER, ADA);
        String second = start(OTHER, ADA);
        assertThat(answer(second, OTHER_BASE, "code-2", null, ADA)).isEqualTo("redirect:/connect/" + OTHER);
        assertThat(answer(first, TestConnections.BASE, "code-1", null, ADA)).isEqualTo("redirect:/connect/" + NUMBER);
        verify(redemption).redeem(any(), argThat(provider -> provider.issuer().equals(OTHER_BASE)), eq("code-2"));
        verify(redemption)
                .redeem(any(), argThat(provider -> provider.issuer().equals(TestConnections.BASE)), eq("code-1"));
    }

    @Test
    void saysWhatToDoAfterDeny() {
        String state = start(NUMBER, ADA);
        assertThat(answer(state, TestConnections.BASE, null, "access_denied", ADA))
                .isEqualTo("redirect:/connect/" + NUMBER);
        assertThat(notice())
                .isEqualTo(new Notice(
                        "Deny was selected at the provider. Nothing is lost: select Authenticate to try again, or cancel"
                                + " the connection.",
                        "",
                        ""));
        verifyNoInteractions(redemption);
    }

    @Test
    void refusesACodeTogetherWithAnError() {
        refusedAsContradictory(answer(start(NUMBER, ADA), TestConnections.BASE, "code-1", "access_denied", ADA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"state", "iss", "code", "error"})
    void refusesAnAnswerThatRepeatsAParameter(String name) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        request.addParameter(name, "one", "two");
        refusedAsContradictory(callback.receive(
                start(NUMBER, ADA),
                TestConnections.BASE,
                "code-1",
                null,
                ADA,
                Locale.ENGLISH,
                request,
                model,
                attributes));
    }

    private void refusedAsContradictory(String page) {
        assertThat(page).isEqualTo("redirect:/connect/" + NUMBER);
        assertThat(notice().text())
                .isEqualTo("The provider's answer contradicts itself, and nothing was done with it. Select Authenticate"
                        + " to try again; if it happens again, tell the provider.");
        verifyNoInteractions(redemption);
    }

    @Test
    void saysWhatToDoWhenTheCodeGivesNoToken() throws Exception {
        when(redemption.redeem(any(), any(), anyString()))
                .thenThrow(new CodeRedemption.NotRedeemed(new RuntimeException()));
        String state = start(NUMBER, ADA);
        answer(state, TestConnections.BASE, "code-1", null, ADA);
        assertThat(notice().text())
                .isEqualTo(
                        "The provider's answer could not be used in time. Nothing is lost: select Authenticate to try"
                                + " again.");
        verify(authenticateAtProvider, never()).authenticated(any(), any(), any(), any());
    }

    @Test
    void leadsAnAnswerThatNobodyWaitsForBackToItsConnection() {
        String state = start(NUMBER, ADA);
        MockHttpServletRequest elsewhere = new MockHttpServletRequest();
        callback.receive(
                state, TestConnections.BASE, "code-1", null, null, Locale.ENGLISH, elsewhere, model, attributes);
        assertThat(model.get("number")).isEqualTo(NUMBER);
        callback.receive(
                "../evil", TestConnections.BASE, "code-1", null, null, Locale.ENGLISH, elsewhere, model, attributes);
        assertThat(model.get("number")).isEqualTo("");
    }

    @Test
    void tellsTheSlowerOfTwoTabsThatTheConnectionHasMovedOn() {
        String state = start(NUMBER, ADA);
        when(authenticateAtProvider.provider(NUMBER))
                .thenThrow(new Problem(
                        ProblemCode.CONNECTION_NOT_THERE_YET,
                        NUMBER,
                        LocalizedMessage.of("consumer.state.EXCHANGING_KEYS")));
        assertThat(answer(state, TestConnections.BASE, "code-1", null, ADA)).isEqualTo("redirect:/connect/" + NUMBER);
        assertThat(notice().text())
                .isEqualTo(
                        "The provider connection PCN0001001 is not ready for this step; its state is Exchanging Keys."
                                + " Open the connection; its page says what comes next.");
        assertThat(authenticate.authenticate(NUMBER, from(""), ADA, Locale.ENGLISH, session, attributes))
                .isEqualTo("redirect:/connect/" + NUMBER);
        verifyNoInteractions(redemption);
    }

    @Test
    void doesNotSendThePersonToTheProviderRightOutOfTheLoginForm() {
        var beforeTheLogin = from(TestConnections.BASE + "/connect/" + NUMBER);
        var sent = new HttpServletRequestWrapper(from(TestConnections.BASE + "/login")) {
            @Override
            public String getHeader(String name) {
                return beforeTheLogin.getHeader(name);
            }
        };
        assertThat(authenticate.authenticate(NUMBER, sent, ADA, Locale.ENGLISH, session, attributes))
                .isEqualTo("redirect:/connect/" + NUMBER);
    }

    @Test
    void forgetsTheOldestOfManyAuthentications() {
        String oldest = start(NUMBER, ADA);
        for (int more = 0; more < 5; more++) {
            start(NUMBER, ADA);
        }
        assertThat(answer(oldest, TestConnections.BASE, "code-1", null, ADA)).isEqualTo("consumer/unfinished");
    }

    private void refusedAsMixedUp(String state, String issuer) {
        assertThat(answer(state, issuer, "code-1", null, ADA)).startsWith("redirect:/connect/PCN");
        assertThat(notice().code()).isEqualTo("SX-6007");
        assertThat(notice().text())
                .isEqualTo("The answer of the login page does not come from the provider of this connection. Do not"
                        + " continue; select Authenticate again, and tell the provider if it happens again.");
    }

    private static MockHttpServletRequest from(String page) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Referer", page);
        return request;
    }

    private Notice notice() {
        return (Notice) attributes.getFlashAttributes().get("notice");
    }

    private String start(String number, Authentication user) {
        return parameters(authenticate.authenticate(number, from(""), user, Locale.ENGLISH, session, attributes))
                .get("state");
    }

    private String answer(String state, String issuer, String code, String error, Authentication user) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return callback.receive(state, issuer, code, error, user, Locale.ENGLISH, request, model, attributes);
    }

    private static Map<String, String> parameters(String location) {
        return UriComponentsBuilder.fromUriString(location.substring("redirect:".length()))
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }
}
