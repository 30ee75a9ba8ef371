package org.serviceexchange.connection.signature.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.connection.signature.KeyAnnouncements;
import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.KeptRegistrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Who knows the new signature key, and what a person does about those who do not. */
@InstanceTest
class SignatureKeyPageTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    /** Due in the far future, so that the running instance never tells it. */
    private static final Instant FAR = Instant.parse("2199-01-01T00:00:00Z");

    private static final String RECORD = "REG0099901";

    @Autowired
    MockMvc mvc;

    @Autowired
    KeyAnnouncements announcements;

    @Autowired
    InstanceKeys keys;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void toldInVain() {
        transaction.executeWithoutResult(status -> {
            announcements.plan(RECORD, "K".repeat(43), keys.thumbprint(), FAR);
            announcements.failed(
                    announcements.of(RECORD).orElseThrow(),
                    new Finding(ProblemCode.PEER_UNREACHABLE, List.of("consumer.example.com")),
                    FAR);
        });
    }

    @AfterEach
    void forget() {
        transaction.executeWithoutResult(status -> announcements.remove(RECORD));
    }

    @Test
    void showsWhoIsLeftAndWhy() throws Exception {
        Document page = shown("/signature-key", Locale.ENGLISH);
        assertThat(page.select("#thumbprint").text()).isEqualTo(keys.thumbprint());
        assertThat(page.select("#progress").text()).matches("0 of [0-9]+ partners know the active key");
        assertThat(page.select("tr:contains(" + RECORD + ")").text())
                .contains("on its way; told once it is live", "consumer.example.com", "Told again:");
        assertThat(shown("/signature-key", Locale.GERMAN).select("h1").text()).isEqualTo("Signaturschlüssel");
    }

    @Test
    void asksBeforeAPersonGivesUpOnOneOrOnAll() throws Exception {
        String giveUp = "/signature-key/" + RECORD + "/give-up";
        assertThat(shown("/signature-key", Locale.ENGLISH).select("a[href=" + giveUp + "]"))
                .hasSize(1);
        assertThat(shown(giveUp, Locale.ENGLISH).select("h1").text())
                .isEqualTo("Give up telling the partner of " + RECORD + " the active signature key?");
        assertThat(sent(post(giveUp).with(csrf())).getRedirectedUrl()).isEqualTo("/signature-key");
        assertThat(announcements.of(RECORD).orElseThrow().givenUpBy()).isEqualTo(TestUsers.CLERK);
        assertThat(shown("/signature-key", Locale.ENGLISH)
                        .select("tr:contains(" + RECORD + ")")
                        .text())
                .contains(TestUsers.CLERK + " gave up on this partner.");

        String again = "/signature-key/" + RECORD + "/again";
        assertThat(sent(post(again).with(csrf())).getRedirectedUrl()).isEqualTo("/signature-key");
        assertThat(sent(get(again)).getRedirectedUrl()).isEqualTo("/signature-key");
        assertThat(announcements.of(RECORD).orElseThrow().givenUpBy()).isNull();

        assertThat(shown("/signature-key/give-up", Locale.ENGLISH).select("h1").text())
                .isEqualTo("Give up on all partners that were told in vain?");
        assertThat(sent(post("/signature-key/give-up").with(csrf())).getRedirectedUrl())
                .isEqualTo("/signature-key");
        assertThat(announcements.of(RECORD).orElseThrow().givenUpBy()).isEqualTo(TestUsers.CLERK);
    }

    @Test
    void isForAdminsOnly() throws Exception {
        var contact = user(kept.open().contact()).authorities(Role.CONTACT::group);
        assertThat(mvc.perform(get("/signature-key").with(contact))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private Document shown(String path, Locale language) throws Exception {
        MockHttpServletResponse response = mvc.perform(get(path)
                        .accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", language.toLanguageTag())
                        .with(CLERK))
                .andReturn()
                .getResponse();
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
