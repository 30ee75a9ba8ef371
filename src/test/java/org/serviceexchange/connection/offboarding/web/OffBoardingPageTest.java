package org.serviceexchange.connection.offboarding.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Decision;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The way from the page of a live registration to the off-boarded one, and on to the next. */
@InstanceTest
class OffBoardingPageTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    private KeptRegistrations.Kept live;
    private String page;
    private String question;

    @BeforeEach
    void aLiveConnection() {
        live = kept.open();
        page = "/registrations/" + live.number();
        question = "/off-boarding/provider/" + live.number();
        kept.change(live.number(), registration -> {
            var at = TestRegistrations.NOW;
            registration.claimed(
                    TestRegistrations.claim(live.number()),
                    registration.request().consumerUrl(),
                    at);
            registration.contactMatched(new Decision(live.contact(), at));
            registration.consented(new Decision(live.contact(), at));
            registration.keysAgreed("CCN" + live.number().substring(3), "key-" + live.number());
            registration.probeReceived("key-" + live.number(), at);
            registration.probeSent("key-" + live.number(), at);
            registration.activate();
        });
    }

    @Test
    void showsWhatGoesOnBothSidesAndAsksForAReason() throws Exception {
        assertThat(shown(page).select("#off-board").attr("href")).isEqualTo(question);
        Document asked = shown(question);
        assertThat(asked.select("h1").text()).isEqualTo("Off-board consumer?");
        assertThat(asked.select("main ul li").eachText())
                .containsExactly(
                        "All keys of the connection are destroyed. No message under them can be sent or read any more.",
                        "The OAuth client of the consumer, its codes and tokens, and consents that are under way.",
                        "The record and its journal stay, and can still be read.",
                        "It is told at once, closes its record, destroys its keys, and notes that in its journal.",
                        "If it does not answer it is told again for 30 days. Until it confirms, the page of the record"
                                + " says so.");
        assertThat(asked.select("#reason").hasAttr("required")).isTrue();
        MockHttpServletResponse refused =
                sent(post(question).param("reason", " ").with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString())
                        .select("#reason-error")
                        .text())
                .contains("Reason");
    }

    @Test
    void endsTheConnectionAndOffersToConnectAgain() throws Exception {
        MockHttpServletResponse ended =
                sent(post(question).param("reason", "Contract ended").with(csrf()));
        assertThat(ended.getRedirectedUrl()).isEqualTo(page);
        Document after = shown(page);
        assertThat(after.select("#state").text()).isEqualTo("Off-boarded: ended here");
        assertThat(after.select("#unconfirmed").text())
                .isEqualTo("Terminated here; the other side has not confirmed yet. It is told again until it does.");
        assertThat(after.select(".timeline .lines").eachText()).contains("Off-boarded. Reason: Contract ended");
        assertThat(after.select("#off-board, #cancel")).isEmpty();
        assertThat(sent(get(question)).getRedirectedUrl()).isEqualTo(page);

        Document next = shown(after.select("#connect-again").attr("href"));
        assertThat(next.select("#company option[selected]").attr("value")).isNotEmpty();
        assertThat(next.select("#contact option[selected]").attr("value")).isEqualTo(live.contact());
        assertThat(next.select("#url").val()).startsWith("https://");
        MockHttpServletResponse again = sent(post("/registrations/new")
                .param("company", next.select("#company option[selected]").attr("value"))
                .param("contact", live.contact())
                .param("url", next.select("#url").val())
                .with(csrf()));
        assertThat(again.getRedirectedUrl()).matches("/registrations/REG\\d+").isNotEqualTo(page);
    }

    @Test
    void isForAdminsOnly() throws Exception {
        var contact = user(live.contact()).authorities(Role.CONTACT::group);
        assertThat(mvc.perform(post(question).param("reason", "x").with(csrf()).with(contact))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
        assertThat(shown(page).select("#off-board")).hasSize(1);
    }

    private Document shown(String path) throws Exception {
        MockHttpServletResponse response = sent(get(java.net.URI.create(path)));
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", Locale.ENGLISH.toLanguageTag())
                        .with(CLERK))
                .andReturn()
                .getResponse();
    }
}
