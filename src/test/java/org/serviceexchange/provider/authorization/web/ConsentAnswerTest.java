package org.serviceexchange.provider.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.web.PageAccessDeniedHandler;
import org.serviceexchange.platform.web.PageAccessDeniedHandler.WayOn;
import org.serviceexchange.platform.web.Thumbprints;
import org.serviceexchange.provider.ProviderSliceTest;
import org.serviceexchange.provider.Stage;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The consent page: who may submit it, and how often. */
@ProviderSliceTest
class ConsentAnswerTest {

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
    void pageIsShown() throws Exception {
        clock.reset();
        directory.reset();
        consumer = stage.claimed();
        flow = new Flow(mvc, consumer, TestDirectory.MIA);
        flow.authorize(parameters -> {});
    }

    @Test
    void showsWhoAsksForWhat() throws Exception {
        MvcResult page = flow.consentPage();

        assertThat(page.getResponse().getStatus()).isEqualTo(200);
        assertThat(page.getResponse().getContentAsString())
                .contains("Acme", consumer.url(), "Mia Keller", "the-consumer", consumer.number(), "Allow", "Deny")
                .contains(Thumbprints.grouped(
                        stage.find(consumer.number()).claim().orElseThrow().thumbprint()))
                .doesNotContain("<script>", "style=");
        assertThat(page.getResponse().getHeader("Content-Security-Policy"))
                .contains("frame-ancestors 'none'")
                .endsWith("form-action 'self' " + consumer.url());
        assertThat(page.getResponse().getHeader("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void refusesAnAnswerWithoutThePage() throws Exception {
        refused(flow.allow());
    }

    @Test
    void refusesASecondAnswer() throws Exception {
        flow.consentPage();
        flow.allow();

        refused(flow.allow());
    }

    @Test
    void refusesTheTicketOfAnEarlierPage() throws Exception {
        flow.consentPage();
        String earlier = flow.ticket;
        flow.consentPage();
        flow.ticket = earlier;

        refused(flow.allow());
    }

    @Test
    void refusesTheStateOfAnotherRequest() throws Exception {
        flow.consentPage();
        String first = flow.ticket;
        flow.authorize(parameters -> {});
        flow.ticket = first;

        refused(flow.allow());
    }

    @Test
    void refusesAnAnswerFromAnotherSession() throws Exception {
        flow.consentPage();
        flow.session = new MockHttpSession();

        refused(flow.allow());
    }

    @Test
    void refusesAnAnswerOfNobody() throws Exception {
        flow.consentPage();

        refused(flow.perform(post("/oauth2/authorize")
                .header("Origin", Flow.ISSUER)
                .param("client_id", consumer.clientId())
                .param("state", flow.consentState)
                .param("ticket", flow.ticket)
                .param("scope", "key-exchange")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "https://evil.example",
                "https://provider.example.com.evil.example",
                "http://provider.example.com",
                "https://provider.example.com:8443",
            })
    void refusesAnAnswerFromAnotherOrigin(String origin) throws Exception {
        flow.consentPage();
        var response = post("/oauth2/authorize")
                .param("client_id", consumer.clientId())
                .param("state", flow.consentState)
                .param("ticket", flow.ticket)
                .param("scope", "key-exchange")
                .session(flow.session)
                .with(user(TestDirectory.MIA));
        if (!origin.isEmpty()) {
            response.header("Origin", origin);
        }

        refused(flow.perform(response));
    }

    @Test
    void refusesAnAnswerAfterTenMinutes() throws Exception {
        flow.consentPage();
        clock.move(java.time.Duration.ofMinutes(11));

        MvcResult late = flow.allow();

        saysOnAPage(late, ProblemCode.CONSENT_EXPIRED);
        assertThat(wayOn(late)).contains(consumer.url() + "/connect/start");
    }

    @Test
    void leadsBackToTheConsumerOnlyWhoeverCameFromThere() throws Exception {
        var request =
                get("/oauth2/authorize").param("client_id", consumer.clientId()).param("request", "x");
        assertThat(wayOn(mvc.perform(request).andReturn())).isEmpty();
        request.param("redirect_uri", "https://elsewhere.example.com/connect/callback");
        assertThat(wayOn(mvc.perform(request).andReturn())).isEmpty();
        var fromThere = get("/oauth2/authorize")
                .param("client_id", consumer.clientId())
                .param("redirect_uri", consumer.url() + "/connect/callback");
        assertThat(wayOn(mvc.perform(fromThere).andReturn())).contains(consumer.url() + "/connect/start");
    }

    private static Optional<String> wayOn(MvcResult shown) {
        return ((WayOn) shown.getRequest().getAttribute(PageAccessDeniedHandler.WAY_ON)).address();
    }

    @Test
    void tellsWhoAllowsForASuspendedRegistrationThatTheProviderMustActFirst() throws Exception {
        flow.consentPage();
        stage.change(consumer.number(), registration -> {
            for (int time = 0; time < KeyAgreement.FAILURES_UNTIL_SUSPENSION; time++) {
                registration.exchangeFailed();
            }
        });

        saysOnAPage(flow.allow(), ProblemCode.EXCHANGE_SUSPENDED);
    }

    @Test
    void tellsWhoAnswersForAClosedRegistrationThatItIsClosed() throws Exception {
        flow.consentPage();
        stage.change(consumer.number(), registration -> registration.close(ClosingReason.CANCELLED));

        saysOnAPage(flow.allow(), ProblemCode.CLIENT_UNKNOWN);
    }

    /** The error page shows the problem that the filter stored. */
    private static void saysOnAPage(MvcResult response, ProblemCode code) {
        assertThat(response.getResponse().getRedirectedUrl()).isNull();
        assertThat(response.getResponse().getStatus()).isEqualTo(code.status());
        assertThat(Collections.list(response.getRequest().getAttributeNames()).stream()
                        .map(response.getRequest()::getAttribute)
                        .filter(Problem.class::isInstance)
                        .map(problem -> ((Problem) problem).code()))
                .containsExactly(code);
    }

    @Test
    void refusesAnAuthorizationRequestByPost() throws Exception {
        var request = post("/oauth2/authorize").session(flow.session).with(user(TestDirectory.MIA));
        request.header("Origin", Flow.ISSUER);
        flow.authorizationRequest().forEach(request::param);

        refused(flow.perform(request));
    }

    @Test
    void doesNotShowThePageOfSomeoneElse() throws Exception {
        Flow other = new Flow(mvc, consumer, TestDirectory.OTHER);
        other.consentState = flow.consentState;

        MvcResult page = other.consentPage();

        assertThat(page.getResponse().getStatus()).isEqualTo(400);
        assertThat(page.getResponse().getContentAsString()).doesNotContain("Mia", consumer.url());
    }

    private void refused(MvcResult response) {
        saysOnAPage(response, ProblemCode.CONSENT_NOT_ASKED);
        assertThat(stage.find(consumer.number()).isOpen()).isTrue();
    }
}
