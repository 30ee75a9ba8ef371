package org.serviceexchange.connection.suspension.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.connection.suspension.Standstills;
import org.serviceexchange.connection.suspension.SuspendConnection;
import org.serviceexchange.connection.suspension.Suspension;
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

/** The way from the page of a live registration to a suspension or maintenance, and back; and the maintenance of all. */
@InstanceTest
class SuspensionPagesTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    Standstills standstills;

    @Autowired
    SuspendConnection suspendConnection;

    private KeptRegistrations.Kept live;
    private String connection;
    private String page;
    private String question;

    @BeforeEach
    void aLiveConnection() {
        live = kept.open();
        connection = "CCN" + live.number().substring(3);
        page = "/registrations/" + live.number();
        question = "/suspensions/" + live.number();
        kept.change(live.number(), registration -> {
            var at = TestRegistrations.NOW;
            registration.claimed(
                    TestRegistrations.claim(live.number()),
                    registration.request().consumerUrl(),
                    at);
            registration.contactMatched(new Decision(live.contact(), at));
            registration.consented(new Decision(live.contact(), at));
            registration.keysAgreed(connection, "key-" + live.number());
            registration.probeReceived("key-" + live.number(), at);
            registration.probeSent("key-" + live.number(), at);
            registration.activate();
        });
    }

    @AfterEach
    void nothingIsPlanned() throws Exception {
        sent(post("/maintenance/lift").with(csrf()));
    }

    @Test
    void suspendsAndResumes() throws Exception {
        Document before = shown(page);
        assertThat(before.select("#suspension p").text())
                .isEqualTo("The connection is in use, and nothing is planned.");
        Document asked = shown(before.select("#suspend").attr("href"));
        assertThat(asked.select("h1").text()).isEqualTo("Suspend the connection of " + live.number() + "?");
        assertThat(asked.select("main ul li").eachText())
                .contains(
                        "Keys are kept and not rotated; a rotation that becomes due waits for the end. Off-boarding stays"
                                + " possible.",
                        "The other side is told who decided so, why and until when. It cannot end it early.");
        assertThat(asked.select("#from")).isEmpty();

        MockHttpServletResponse suspended = sent(post(question)
                .param("kind", asked.select("input[name=kind]").val())
                .param("reason", "Audit of the year")
                .with(csrf()));
        assertThat(suspended.getRedirectedUrl()).isEqualTo(page);
        assertThat(standstills.of(connection).kind()).isEqualTo(Suspension.Kind.SUSPENDED);
        Document after = shown(page);
        assertThat(after.select("#suspension").text())
                .contains(
                        "This instance suspended the connection. Now",
                        "Reason Audit of the year",
                        "The other side has not heard of it yet.");
        assertThat(after.select(".timeline .lines").eachText())
                .anySatisfy(line -> assertThat(line)
                        .startsWith("Suspended the connection until ")
                        .endsWith("Reason: Audit of the year"));

        assertThat(sent(post(page + "/rotate").with(csrf())).getRedirectedUrl()).isEqualTo(page);
        Document resume = shown(after.select("#resume").attr("href"));
        assertThat(resume.select("h1").text()).isEqualTo("Resume the connection of " + live.number() + "?");
        assertThat(sent(post(question + "/resume").with(csrf())).getRedirectedUrl())
                .isEqualTo(page);
        assertThat(standstills.of(connection).holds()).isFalse();
        assertThat(shown(page).select("#resume")).isEmpty();
    }

    @Test
    void readsTimesInTheZoneOfTheReader() throws Exception {
        Document asked = shown(shown(page).select("#announce").attr("href"));
        assertThat(asked.select("h1").text()).isEqualTo("Announce maintenance for " + live.number() + "?");
        assertThat(asked.select("input[data-zone]").val()).isEqualTo("UTC");
        Instant from = Instant.now().truncatedTo(ChronoUnit.HOURS).plus(5, ChronoUnit.DAYS);
        ZoneId zone = ZoneId.of("Asia/Kolkata");
        MockHttpServletResponse announced = sent(post(question)
                .param("kind", "maintenance")
                .param("zone", zone.getId())
                .param("from", from.atZone(zone).toLocalDateTime().toString())
                .param(
                        "until",
                        from.plusSeconds(3600).atZone(zone).toLocalDateTime().toString())
                .param("reason", "New disks")
                .with(csrf()));
        assertThat(announced.getRedirectedUrl()).isEqualTo(page);
        Document after = shown(page);
        assertThat(after.select("#suspension time").eachAttr("datetime"))
                .containsExactly(from.toString(), from.plusSeconds(3600).toString());
        assertThat(after.select("#resume").text()).isEqualTo("Withdraw");
        assertThat(standstills.of(connection).holds()).isFalse();
    }

    @Test
    void namesTheFieldThatIsWrongAndKeepsWhatWasTyped() throws Exception {
        MockHttpServletResponse refused = sent(post(question)
                .param("kind", "maintenance")
                .param("from", "2026-13-01T10:00")
                .param("until", "2126-01-01T10:00")
                .param("reason", "New disks")
                .with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        Document again = Jsoup.parse(refused.getContentAsString());
        assertThat(again.select("#from-error").text()).contains("From", "this is not a time");
        assertThat(again.select("#reason").val()).isEqualTo("New disks");
        assertThat(again.select("#until").val()).isEqualTo("2126-01-01T10:00");

        MockHttpServletResponse late = sent(post(question)
                .param("kind", "maintenance")
                .param("until", "2126-01-01T10:00")
                .param("reason", "New disks")
                .with(csrf()));
        assertThat(Jsoup.parse(late.getContentAsString()).select("#until-error").text())
                .contains("it must not be later than");
    }

    @Test
    void announcesMaintenanceToAllConnectionsInOneAct() throws Exception {
        Document asked = shown("/maintenance");
        assertThat(asked.select("h1").text()).isEqualTo("Maintenance of this instance");
        assertThat(asked.select("#announced")).isEmpty();
        String until = Instant.now()
                .plus(1, ChronoUnit.HOURS)
                .atZone(ZoneId.of("UTC"))
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
        MockHttpServletResponse announced = sent(post("/maintenance")
                .param("kind", "maintenance")
                .param("until", until)
                .param("reason", "New disks")
                .with(csrf()));
        assertThat(announced.getRedirectedUrl()).isEqualTo("/maintenance");
        awaitTold();
        assertThat(standstills.of(connection).kind()).isEqualTo(Suspension.Kind.MAINTENANCE);
        Document after = shown("/maintenance");
        assertThat(after.select("#announced dd").eachText()).contains("New disks", TestUsers.CLERK);
        assertThat(after.select("form#announce")).as("one at a time").isEmpty();

        assertThat(sent(post("/maintenance/lift").with(csrf())).getRedirectedUrl())
                .isEqualTo("/maintenance");
        awaitTold();
        assertThat(standstills.of(connection).holds()).isFalse();
        assertThat(sent(get("/maintenance/lift")).getRedirectedUrl()).isEqualTo("/maintenance");
    }

    @Test
    void isForAdminsOnly() throws Exception {
        var contact = user(live.contact()).authorities(Role.CONTACT::group);
        for (String path : new String[] {question, question + "/resume", "/maintenance", "/maintenance/lift"}) {
            assertThat(mvc.perform(post(path).param("reason", "x").with(csrf()).with(contact))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(suspendConnection.resume(connection, "ada")).isFalse();
    }

    /** The connections are told in the background. */
    private void awaitTold() throws Exception {
        while (shown("/maintenance").select("#told").text().contains("so far")) {
            Thread.onSpinWait();
        }
    }

    private Document shown(String path) throws Exception {
        MockHttpServletResponse response = sent(get(URI.create(path)));
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
