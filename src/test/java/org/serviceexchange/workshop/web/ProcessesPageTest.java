package org.serviceexchange.workshop.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
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

/** The versions of the processes, where cases stand, where time goes, and how versions differ. */
@InstanceTest
class ProcessesPageTest {

    private static final String VERSION = "/processes/consumer-registration/1";

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Test
    void listsTheVersionsOfEachProcess() throws Exception {
        Document page = shown("/processes");
        assertThat(page.select("main h2").eachText())
                .contains("Register a consumer", "Provider connection", "Life of a connection");
        assertThat(page.select("a[href=" + VERSION + "]").text()).isEqualTo("Version 1");
        assertThat(page.select("table[aria-labelledby=consumer-registration] .badge")
                        .text())
                .isEqualTo("in use");
    }

    @Test
    void namesStepsWhereCasesStandAndWhereTimeGoes() throws Exception {
        kept.open();
        Document places = shown(VERSION);
        assertThat(places.select("h1").text()).isEqualTo("Register a consumer, version 1");
        assertThat(places.select("#process").attr("data-source")).isEqualTo(VERSION + "/model");
        assertThat(shown(VERSION + "/time").select("h2").first().text()).isEqualTo("Where time goes");
        Document difference = shown(VERSION + "/difference");
        assertThat(difference.select("section").first().text()).contains("There is no older version to compare with.");
        assertThat(sent(VERSION + "/model", CLERK).getContentAsString()).contains("serviceTask_matchContact");
    }

    @Test
    void knowsNoOtherVersions() throws Exception {
        assertThat(sent("/processes/consumer-registration/99", CLERK).getStatus())
                .isEqualTo(404);
        assertThat(sent("/processes/nothing/1", CLERK).getStatus()).isEqualTo(404);
    }

    @Test
    void isForAdminsOnly() throws Exception {
        UserRequestPostProcessor contact = user(kept.open().contact()).authorities(Role.CONTACT::group);
        for (String path : new String[] {"/processes", VERSION, VERSION + "/time", VERSION + "/model"}) {
            assertThat(sent(path, contact).getStatus()).as(path).isEqualTo(403);
        }
    }

    private Document shown(String path) throws Exception {
        MockHttpServletResponse response = sent(path, CLERK);
        assertThat(response.getStatus()).as(path).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private MockHttpServletResponse sent(String path, UserRequestPostProcessor user) throws Exception {
        return mvc.perform(get(path)
                        .accept(MediaType.TEXT_HTML, MediaType.APPLICATION_XML)
                        .header("Accept-Language", Locale.ENGLISH.toLanguageTag())
                        .with(user))
                .andReturn()
                .getResponse();
    }
}
