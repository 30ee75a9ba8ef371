package org.serviceexchange.connection.campaign.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** From the plan over the preview to a running campaign, and its stop. */
@InstanceTest
class CampaignPageTest {

    /** No such connection, so that connections of other tests are left alone. */
    private static final String CHOSEN = "CCN9999999";

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @AfterEach
    void stop() throws Exception {
        sent(post("/campaign/stop").with(csrf()));
    }

    @Test
    void plansPreviewsStartsAndShows() throws Exception {
        Document plan = shown("/campaign");
        assertThat(plan.select("h1").text()).isEqualTo("Rotation of the keys of many connections");
        assertThat(plan.select("#canaries").val()).isEqualTo("3");
        assertThat(plan.select("#perHour-hint").text()).contains("1 to 10,000");
        Document preview = Jsoup.parse(sent(post("/campaign/preview")
                        .param("canaries", "2")
                        .param("perHour", "30")
                        .param("stopAfter", "4")
                        .param("chosen", CHOSEN)
                        .with(csrf()))
                .getContentAsString());
        assertThat(preview.select("main li").eachText())
                .containsExactly(
                        "Connections that get new keys: about 1. Those that are suspended or under maintenance are left"
                                + " out.",
                        "Asked first: 2. Nothing more happens before all of these have new keys.",
                        "After that 30 per hour; about 1 hours in all.",
                        "It stops by itself after 4 failures, or if one of the first connections fails, and you can stop it"
                                + " at any time.",
                        "Old keys stay open for a day after new ones are in use. No message is lost.");
        MockHttpServletRequestBuilder start = post("/campaign/start").with(csrf());
        preview.select("#start input[name]:not([name=_csrf])")
                .forEach(field -> start.param(field.attr("name"), field.val()));
        assertThat(sent(start).getRedirectedUrl()).isEqualTo("/campaign");
        Document after = shown("/campaign");
        assertThat(after.select("#campaign-state").text()).isIn("Running", "Done");
        assertThat(after.select("#progress").text()).isEqualTo("0 asked, 0 with new keys, 0 too late, 0 left out.");
        assertThat(after.select("#campaign dd").first().text()).startsWith(TestUsers.CLERK);
        assertThat(sent(get("/campaign/start")).getRedirectedUrl()).isEqualTo("/campaign");
    }

    @Test
    void namesTheFieldThatIsWrongAndKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse refused = sent(post("/campaign/preview")
                .param("canaries", "none")
                .param("perHour", "61")
                .with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        Document again = Jsoup.parse(refused.getContentAsString());
        assertThat(again.select("#canaries-error").text()).contains("it must be a whole number from 1 to 100");
        assertThat(again.select("#canaries").attr("aria-describedby")).isEqualTo("canaries-error canaries-hint");
        assertThat(again.select("#perHour").val()).isEqualTo("61");
        assertThat(again.select("#campaign #stop")).isEmpty();
    }

    @Test
    void isForAdminsOnly() throws Exception {
        UserRequestPostProcessor contact = user(kept.open().contact()).authorities(Role.CONTACT::group);
        for (String path : new String[] {"/campaign/preview", "/campaign/start", "/campaign/stop"}) {
            assertThat(mvc.perform(post(path)
                                    .param("canaries", "1")
                                    .accept(MediaType.TEXT_HTML)
                                    .with(csrf())
                                    .with(contact))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
    }

    private Document shown(String path) throws Exception {
        MockHttpServletResponse response = sent(get(path));
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
