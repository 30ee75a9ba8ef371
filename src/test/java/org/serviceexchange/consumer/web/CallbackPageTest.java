package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.consumer.AuthenticateAtProvider;
import org.serviceexchange.consumer.OwnAddress;
import org.serviceexchange.consumer.TestConnections;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
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
    private final RedirectAttributesModelMap attributes = new RedirectAttributesModelMap();

    @BeforeEach
    void twoProvidersWait() throws Exception {
        when(own.callback()).thenReturn("https://consumer.example.com/connect/callback");
        when(authenticateAtProvider.provider(NUMBER)).thenReturn(TestConnections.provider());
        when(authenticateAtProvider.provider(OTHER)).thenReturn(TestConnections.provider(OTHER_BASE, "client-2"));
        Instant issued = TestConnections.NOW;
        when(redemption.redeem(any(), any(), anyString()))
                .thenReturn(new OAuth2AccessToken(
                        OAuth2AccessToken.TokenType.BEARER, "token-1", issued, issued.plusSeconds(300)));
    }

    @Test
    void sendsThePersonToThePinnedProviderWithEverythingItAsksFor() {
        String location = authenticate.authenticate(NUMBER, ADA, session);
        assertThat(location)
                .startsWith(
                        "redirect:https://provider.example.com/oauth2/authorize?response_type=code&client_id=client-1");
        Map<String, String> parameters = parameters(location);
        assertThat(parameters)
                .containsEntry("scope", "key-exchange")
                .containsEntry("code_challenge_method", "S256")
                .containsEntry("redirect_uri", "https://consumer.example.com/connect/callback");
        assertThat(parameters.get("code_challenge")).hasSize(43);
        assertThat(parameters.get("state")).hasSize(43);
    }

    @Test
    void redeemsTheCodeAndMovesOn() throws Exception {
        String state = start(NUMBER, ADA);
        assertThat(answer(state, TestConnections.BASE, "code-1", null, ADA))
                .isEqualTo("redirect:/connections/" + NUMBER);
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
        assertThat(callback.receive(state, TestConnections.BASE, "code-1", null, ADA, elsewhere, attributes))
                .isEqualTo("consumer/unfinished");
        verifyNoInteractions(redemption);
    }

    @Test
    void refusesAnAnswerWithoutASessionOrState() {
        assertThat(callback.receive(
                        null, TestConnections.BASE, "code-1", null, null, new MockHttpServletRequest(), attributes))
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
        assertThat(answer(second, OTHER_BASE, "code-2", null, ADA)).isEqualTo("redirect:/connections/" + OTHER);
        assertThat(answer(first, TestConnections.BASE, "code-1", null, ADA))
                .isEqualTo("redirect:/connections/" + NUMBER);
        verify(redemption).redeem(any(), argThat(provider -> provider.issuer().equals(OTHER_BASE)), eq("code-2"));
        verify(redemption)
                .redeem(any(), argThat(provider -> provider.issuer().equals(TestConnections.BASE)), eq("code-1"));
    }

    @Test
    void saysWhatToDoAfterDeny() {
        String state = start(NUMBER, ADA);
        assertThat(answer(state, TestConnections.BASE, null, "access_denied", ADA))
                .isEqualTo("redirect:/connections/" + NUMBER);
        assertThat(attributes.getFlashAttributes().get("notice"))
                .isEqualTo(
                        "Deny was selected at the provider. Nothing is lost: select Authenticate to try again, or cancel"
                                + " the connection.");
        verifyNoInteractions(redemption);
    }

    @Test
    void saysWhatToDoWhenTheCodeGivesNoToken() throws Exception {
        when(redemption.redeem(any(), any(), anyString()))
                .thenThrow(new CodeRedemption.NotRedeemed("Select Authenticate to try again.", new RuntimeException()));
        String state = start(NUMBER, ADA);
        answer(state, TestConnections.BASE, "code-1", null, ADA);
        assertThat(attributes.getFlashAttributes().get("notice")).isEqualTo("Select Authenticate to try again.");
        verify(authenticateAtProvider, never()).authenticated(any(), any(), any(), any());
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
        assertThatThrownBy(() -> answer(state, issuer, "code-1", null, ADA))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PROVIDER_ISSUER_DIFFERS));
    }

    private String start(String number, Authentication user) {
        return parameters(authenticate.authenticate(number, user, session)).get("state");
    }

    private String answer(String state, String issuer, String code, String error, Authentication user) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setSession(session);
        return callback.receive(state, issuer, code, error, user, request, attributes);
    }

    private static Map<String, String> parameters(String location) {
        return UriComponentsBuilder.fromUriString(location.substring("redirect:".length()))
                .build()
                .getQueryParams()
                .toSingleValueMap();
    }
}
