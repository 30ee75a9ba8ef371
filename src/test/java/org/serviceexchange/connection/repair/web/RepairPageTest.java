package org.serviceexchange.connection.repair.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The page on which a case is repaired. */
@InstanceTest
class RepairPageTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    Journal journal;

    @Test
    void offersWhatIsPossibleSaysWhyNotElseAndUndoes() throws Exception {
        String number = kept.started();
        String path = "/repair/provider/" + number;
        await("the checks are over").until(() -> !step(path).equals("serviceTask_checkPrerequisites"));
        Document page = Jsoup.parse(sent(get(path)).getContentAsString());
        assertThat(page.select("h1").text()).isEqualTo("Repair of " + number);
        assertThat(page.select("main section[id]").last().text())
                .contains("Skip Not possible: ")
                .contains(
                        "Here: the registration closes as cancelled, its link, keys and tokens go, the journal stays.");
        String step = step(path);
        MockHttpServletResponse refused = sent(post(path)
                .param("step", step)
                .param("act", "SKIP")
                .param("reason", "In a hurry")
                .with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        Document again = Jsoup.parse(refused.getContentAsString());
        assertThat(again.select("[role=alert]").text())
                .startsWith("That is not possible at this step: ")
                .doesNotContain("does not stand at this step");
        assertThat(again.select("input[name=reason]").val()).isEqualTo("In a hurry");
        MockHttpServletResponse without =
                sent(post(path).param("step", step).param("act", "UNDO").with(csrf()));
        assertThat(without.getStatus()).isEqualTo(422);
        MockHttpServletResponse undone = sent(post(path)
                .param("step", step)
                .param("act", "UNDO")
                .param("reason", "Ordered twice")
                .with(csrf()));
        assertThat(undone.getRedirectedUrl()).isEqualTo(path);
        assertThat(journal.entries(number))
                .anyMatch(entry -> entry.author().id().equals(TestUsers.CLERK)
                        && entry.text().endsWith("on both sides, because: Ordered twice"));
        assertThat(Jsoup.parse(sent(get(path)).getContentAsString())
                        .select("#ended")
                        .text())
                .startsWith("This case stands at no step");
    }

    @Test
    void isForAdminsOnly() throws Exception {
        KeptRegistrations.Kept open = kept.open();
        for (MockHttpServletRequestBuilder request : new MockHttpServletRequestBuilder[] {
            get("/repair/provider/" + open.number()),
            post("/repair/provider/" + open.number())
                    .param("step", "x")
                    .param("act", "UNDO")
                    .with(csrf())
        }) {
            assertThat(mvc.perform(request.with(user(open.contact()).authorities(Role.CONTACT::group)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    private String step(String path) throws Exception {
        return Jsoup.parse(sent(get(path)).getContentAsString())
                .select("form input[name=step]")
                .val();
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group))
                        .locale(Locale.ENGLISH))
                .andReturn()
                .getResponse();
    }
}
