package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.engine.ReadableData;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** What the page of a registration says of a step that failed, by what the engine keeps of it. */
@InstanceTest
class RegistrationTroubleTest {

    private final Problem away = new Problem(ProblemCode.PEER_UNREACHABLE, "b.example.com");

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    JdbcClient jdbc;

    private String number;

    /** Until it waits, be it for what was found or for the contact: both have a timer, whose job stays where it is. */
    @BeforeEach
    void start() {
        number = kept.started();
        await().atMost(Duration.ofMinutes(1)).until(() -> !timers().isEmpty());
    }

    @Test
    void isAProblemInTheLanguageOfTheReader() throws Exception {
        keep(ReadableData.of(away.finding()));
        assertThat(trouble(Locale.ENGLISH).text())
                .isEqualTo(away.sentence(Locale.ENGLISH) + " Who can act: Whoever runs this instance. Code SX-5002.");
        assertThat(trouble(Locale.GERMAN).select("p").first().text()).isEqualTo(away.sentence(Locale.GERMAN));
    }

    @Test
    void isTheTextOfAnEarlierReleaseAsAQuotation() throws Exception {
        keep(away.getMessage());
        assertThat(trouble(Locale.GERMAN).select("p").first().text())
                .isEqualTo(new Problem(ProblemCode.FAILED_EARLIER, away.getMessage()).sentence(Locale.GERMAN));
    }

    private void keep(String text) {
        jdbc.sql("update ACT_RU_JOB set EXCEPTION_MSG_ = ? where ID_ = ?")
                .params(text, timers().get(0).getId())
                .update();
    }

    private List<Job> timers() {
        return management
                .createJobQuery()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .singleResult()
                        .getId())
                .timers()
                .list();
    }

    private Element trouble(Locale language) throws Exception {
        String page = mvc.perform(get("/registrations/" + number)
                        .accept(MediaType.TEXT_HTML)
                        .locale(language)
                        .with(user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group)))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(page).select("#trouble + .error").first();
    }
}
