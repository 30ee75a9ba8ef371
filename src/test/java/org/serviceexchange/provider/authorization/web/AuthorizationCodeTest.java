package org.serviceexchange.provider.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.provider.ProviderSliceTest;
import org.serviceexchange.provider.Stage;
import org.serviceexchange.provider.TestDirectory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The valid flow from authorization request to token, and the uses of a code. */
@ProviderSliceTest
class AuthorizationCodeTest {

    private static final OAuth2TokenType CODE = new OAuth2TokenType("code");

    @Autowired
    OAuth2AuthorizationService authorizations;

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
    void givesAShortTokenWithoutARefreshToken() throws Exception {
        MvcResult response = flow.token(flow.tokenRequest(flow.code()));

        assertThat(response.getResponse().getStatus()).isEqualTo(200);
        assertThat(response.getResponse().getContentAsString())
                .contains("\"token_type\":\"Bearer\"", "\"scope\":\"key-exchange\"")
                .containsPattern("\"expires_in\":(299|300)")
                .doesNotContain("refresh_token", "id_token");
    }

    @Test
    void givesATokenThatLastsAsLongAsTheLinkWhileSomebodyHasYetToApprove() throws Exception {
        Approval second = Approval.required("userTask_four", "Four eyes", "", ApprovalPlace.KEY_EXCHANGE, true);
        stage.change(
                consumer.number(), registration -> registration.approvals(none -> none.asked(second, clock.instant())));

        MvcResult response = flow.token(flow.tokenRequest(flow.code()));

        // 14 days, and a few seconds less
        assertThat(response.getResponse().getContentAsString()).containsPattern("\"expires_in\":1209[0-9]{3}");
    }

    @Test
    void saysWhoseAnswerItIs() throws Exception {
        flow.authorize(parameters -> {});
        flow.consentPage();
        String address = flow.allow().getResponse().getRedirectedUrl();

        assertThat(address).startsWith(consumer.redirect() + "?code=");
        assertThat(Flow.parameter(address, "iss")).isEqualTo("https://provider.example.com");
        assertThat(Flow.parameter(address, "state")).isEqualTo("consumer-state");
        assertThat(stage.find(consumer.number()).snapshot().authorization().consent())
                .isNotNull();
    }

    @Test
    void asksForConsentEveryTime() throws Exception {
        flow.code();

        MvcResult second = flow.authorize(parameters -> {});

        assertThat(second.getResponse().getRedirectedUrl()).contains("/oauth2/consent?");
    }

    @Test
    void tellsTheConsumerOfADenialAndLeavesTheRegistrationOpen() throws Exception {
        flow.authorize(parameters -> {});
        flow.consentPage();
        String address = flow.deny().getResponse().getRedirectedUrl();

        assertThat(Flow.parameter(address, "error")).isEqualTo("access_denied");
        assertThat(Flow.parameter(address, "iss")).isEqualTo("https://provider.example.com");
        assertThat(Flow.parameter(address, "state")).isEqualTo("consumer-state");
        assertThat(stage.find(consumer.number()).isOpen()).isTrue();
        assertThat(stage.find(consumer.number()).snapshot().authorization().consent())
                .isNull();
        assertThat(flow.code()).isNotEmpty();
    }

    @Test
    void takesTheTokenAwayWhenItsCodeIsUsedAgain() throws Exception {
        String code = flow.code();
        flow.token(flow.tokenRequest(code));

        MvcResult again = flow.token(flow.tokenRequest(code));

        assertThat(again.getResponse().getStatus()).isEqualTo(400);
        assertThat(again.getResponse().getContentAsString()).contains("invalid_grant");
    }

    @Guarantee(of = SealedAuthorizations.class, says = "What has expired by the application's clock is not found.")
    @Test
    void refusesACodeAfterSixtySeconds() throws Exception {
        String code = flow.code();
        clock.move(Duration.ofSeconds(61));

        refused(flow.tokenRequest(code), "invalid_grant");
    }

    @Guarantee(
            of = SealedAuthorizations.class,
            says = "Of two requests that use the same code at the same moment, one fails.")
    @Test
    void letsOneOfTwoRequestsThatReadTheSameCodeGoOn() throws Exception {
        String code = flow.code();
        OAuth2Authorization one = authorizations.findByToken(code, CODE);
        OAuth2Authorization other = authorizations.findByToken(code, CODE);

        authorizations.save(one);

        assertThatThrownBy(() -> authorizations.save(other))
                .isInstanceOfSatisfying(
                        OAuth2AuthenticationException.class,
                        refusal -> assertThat(refusal.getError().getErrorCode()).isEqualTo("invalid_grant"));
    }

    @Test
    void refusesTheCodeOfAnotherClient() throws Exception {
        String code = flow.code();
        Flow other = new Flow(mvc, stage.claimed(), TestDirectory.MIA);

        refused(other.tokenRequest(code), "invalid_grant");
        refused(flow.tokenRequest(code), "invalid_grant");
    }

    @Test
    void refusesAWrongVerifier() throws Exception {
        Map<String, String> request = flow.tokenRequest(flow.code());
        request.put("code_verifier", Flow.VERIFIER.replace("a", "b"));

        refused(request, "invalid_grant");
    }

    @Test
    void refusesAMissingVerifier() throws Exception {
        Map<String, String> request = flow.tokenRequest(flow.code());
        request.remove("code_verifier");

        refused(request, "invalid_grant");
    }

    @Test
    void refusesAnotherRedirectAtTheTokenEndpoint() throws Exception {
        Map<String, String> request = flow.tokenRequest(flow.code());
        request.put("redirect_uri", consumer.url() + "/other");

        refused(request, "invalid_grant");
    }

    @Test
    void refusesEveryOtherGrant() throws Exception {
        for (String grant : new String[] {"client_credentials", "refresh_token", "password"}) {
            Map<String, String> request = flow.tokenRequest("none");
            request.put("grant_type", grant);
            request.put("refresh_token", "none");
            request.remove("code");
            MvcResult response = flow.token(request);
            assertThat(response.getResponse().getStatus()).as(grant).isEqualTo(400);
            assertThat(response.getResponse().getContentAsString()).as(grant).doesNotContain("access_token");
        }
    }

    @Test
    void refusesACodeOfARegistrationThatWasCancelledInTheMeantime() throws Exception {
        Map<String, String> request = flow.tokenRequest(flow.code());
        stage.change(
                consumer.number(),
                registration -> registration.close(org.serviceexchange.provider.registration.ClosingReason.CANCELLED));

        assertThat(flow.token(request).getResponse().getStatus()).isEqualTo(401);
    }

    private void refused(Map<String, String> request, String error) throws Exception {
        MvcResult response = flow.token(request);
        assertThat(response.getResponse().getStatus()).isEqualTo(400);
        assertThat(response.getResponse().getContentAsString()).contains(error).doesNotContain("access_token");
    }
}
