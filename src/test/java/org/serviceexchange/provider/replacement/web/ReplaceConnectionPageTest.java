package org.serviceexchange.provider.replacement.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationState;
import org.serviceexchange.provider.registration.Registrations;
import org.serviceexchange.provider.replacement.Replacements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A connection that the consumer has lost is replaced in one act, after people were told what that means. */
@InstanceTest
class ReplaceConnectionPageTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    Registrations registrations;

    @Autowired
    Replacements replacements;

    @Autowired
    Journal journal;

    private KeptRegistrations.Kept live;
    private String page;

    @BeforeEach
    void aLiveConnection() {
        live = kept.open();
        page = "/replacement/" + live.number();
        String key = "key-" + live.number();
        kept.change(live.number(), registration -> {
            var at = TestRegistrations.NOW;
            registration.claimed(
                    TestRegistrations.claim(live.number()),
                    registration.request().consumerUrl(),
                    at);
            registration.contactMatched(new Decision(live.contact(), at));
            registration.consented(new Decision(live.contact(), at));
            registration.keysAgreed("CCN" + live.number().substring(3), key);
            registration.probeReceived(key, at);
            registration.probeSent(key, at);
            registration.activate();
        });
    }

    @Test
    void saysWhatGoesAndWhatBeginsAndDoesBothInOneAct() throws Exception {
        assertThat(text(get("/registrations/" + live.number()))).contains("The consumer has lost this connection");
        assertThat(text(get(page)))
                .contains(
                        "All keys of the connection are destroyed.",
                        "A new registration begins.",
                        "closes it by itself",
                        "reads before consenting which registration this one replaces");

        MockHttpServletResponse done =
                sent(post(page).param("reason", "Their database is new.").with(csrf()));
        assertThat(done.getStatus()).as(done.getContentAsString()).isEqualTo(302);
        String next = done.getRedirectedUrl().substring("/registrations/".length());

        Registration before = registrations.get(live.number());
        Registration after = registrations.get(next);
        assertThat(before.state()).isEqualTo(RegistrationState.OFF_BOARDED);
        assertThat(after.request().consumerUrl()).isEqualTo(before.request().consumerUrl());
        assertThat(after.request().contactId()).isEqualTo(live.contact());
        assertThat(after.claim())
                .as("nothing is connected before the contact consents")
                .isEmpty();
        assertThat(replacements.replacedBy(next)).hasValue(live.number());
        assertThat(notes(live.number()))
                .as("the evidence stays")
                .contains("Replaced by " + next + ": the consumer is registered again.")
                .anyMatch(note -> note.contains("Their database is new."));
        assertThat(notes(next)).contains("Replaces " + live.number() + ", whose connection ended in the same act.");
        assertThat(sent(get(page)).getRedirectedUrl())
                .as("there is nothing to replace any more")
                .isEqualTo("/registrations/" + live.number());
    }

    @Test
    void neitherHappensWithoutAReason() throws Exception {
        MockHttpServletResponse refused = sent(post(page).with(csrf()));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(Jsoup.parse(refused.getContentAsString()).select("#reason-error"))
                .hasSize(1);
        assertThat(registrations.get(live.number()).state()).isEqualTo(RegistrationState.CLOSED_COMPLETE);
    }

    @Test
    void aRegistrationThatNobodyClaimedIsNotReplaced() throws Exception {
        String number = kept.open().number();
        assertThat(sent(post("/replacement/" + number).with(csrf())).getRedirectedUrl())
                .isEqualTo("/registrations/" + number);
        assertThat(registrations.get(number).state().over()).isFalse();
    }

    @Test
    void isForAdminsOnly() throws Exception {
        var contact = user(live.contact()).authorities(Role.CONTACT::group);
        assertThat(mvc.perform(get(page).with(contact))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    private List<String> notes(String number) {
        return journal.entries(number).stream()
                .map(entry -> entry.text(Locale.ENGLISH))
                .toList();
    }

    private String text(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = sent(request);
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString()).text();
    }

    private MockHttpServletResponse sent(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", Locale.ENGLISH.toLanguageTag())
                        .with(CLERK))
                .andReturn()
                .getResponse();
    }
}
