package org.serviceexchange.provider.authorization.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.when;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.serviceexchange.Guarantee;
import org.serviceexchange.MovableClock;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.LogLines;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.ProviderSliceTest;
import org.serviceexchange.provider.Stage;
import org.serviceexchange.provider.TestDirectory;
import org.serviceexchange.provider.TestProcess;
import org.serviceexchange.provider.replacement.Replacements;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;

/** The contact changes, or another user appears, between each pair of steps. */
@ProviderSliceTest
class ContactChangesTest {

    /** Changes of the contact. */
    enum Change {
        DEACTIVATED {
            @Override
            void in(TestDirectory directory) {
                directory.put(
                        new Contact(TestDirectory.MIA, "acme", "Mia Keller", "mia@acme.example", false, null),
                        Set.of(Role.CONTACT));
            }
        },
        WITHOUT_THE_ROLE {
            @Override
            void in(TestDirectory directory) {
                directory.put(
                        new Contact(TestDirectory.MIA, "acme", "Mia Keller", "mia@acme.example", true, null),
                        Set.of(Role.ADMIN));
            }
        },
        OF_ANOTHER_COMPANY {
            @Override
            void in(TestDirectory directory) {
                directory.put(
                        new Contact(TestDirectory.MIA, "globex", "Mia Keller", "mia@acme.example", true, null),
                        Set.of(Role.CONTACT));
            }
        };

        abstract void in(TestDirectory directory);
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Stage stage;

    @Autowired
    Replacements replacements;

    @Autowired
    MovableClock clock;

    @Autowired
    TestDirectory directory;

    @Autowired
    TestProcess process;

    @Autowired
    Journal journal;

    Stage.Claimed consumer;
    Flow flow;

    @BeforeEach
    void valid() {
        clock.reset();
        directory.reset();
        consumer = stage.claimed();
        flow = new Flow(mvc, consumer, TestDirectory.MIA);
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheAuthorizationRequest(Change change) throws Exception {
        change.in(directory);

        MvcResult response = flow.authorize(parameters -> {});
        if (change == Change.DEACTIVATED) {
            assertThat(response.getResponse().getRedirectedUrl()).endsWith("/login");
        } else {
            deniedByPage(response);
        }
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheConsentPage(Change change) throws Exception {
        flow.authorize(parameters -> {});
        change.in(directory);

        deniedByPage(flow.consentPage());
        noted("opened the consent page");
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheAnswer(Change change) throws Exception {
        flow.authorize(parameters -> {});
        flow.consentPage();
        change.in(directory);

        deniedByPage(flow.allow());
        noted("answered the consent page");
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheToken(Change change) throws Exception {
        String code = flow.code();
        change.in(directory);

        MvcResult response = flow.token(flow.tokenRequest(code));
        assertThat(response.getResponse().getStatus()).isEqualTo(400);
        assertThat(response.getResponse().getContentAsString()).contains("invalid_grant");
        noted("had been given an authorization code");
    }

    @ParameterizedTest
    @EnumSource
    void beforeTheKeyExchange(Change change) throws Exception {
        String token = flow.accessToken();
        change.in(directory);

        for (String path : new String[] {"/sx/v1/exchanges", "/sx/v1/exchanges/confirmations"}) {
            MvcResult response = flow.perform(post(path)
                    .header("Authorization", "Bearer " + token)
                    .contentType(MediaType.APPLICATION_JSON)
                    .content("{}"));
            assertThat(response.getResponse().getStatus()).isEqualTo(401);
            assertThat(response.getResponse().getContentAsString()).contains("SX-2302");
        }
        noted("had been given the key exchange's token");
    }

    @Test
    void aCodeEndsWithThePasswordOfTheContact() throws Exception {
        String code = flow.code();
        directory.endSessions(TestDirectory.MIA);

        MvcResult response = flow.token(flow.tokenRequest(code));
        assertThat(response.getResponse().getStatus()).isEqualTo(400);
        assertThat(response.getResponse().getContentAsString()).contains("invalid_grant");
    }

    @Test
    void anAccessTokenEndsWithThePasswordOfTheContact() throws Exception {
        String token = flow.accessToken();
        directory.endSessions(TestDirectory.MIA);

        MvcResult response = flow.perform(post("/sx/v1/exchanges")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"));
        assertThat(response.getResponse().getStatus()).isEqualTo(401);
        assertThat(response.getResponse().getContentAsString()).contains("SX-2302");
    }

    @Test
    void saysBeforeTheConsentWhichRegistrationThisOneReplaces() throws Exception {
        flow.authorize(parameters -> {});
        assertThat(flow.consentPage().getResponse().getContentAsString()).doesNotContain("This registration replaces");
        when(replacements.replacedBy(consumer.number())).thenReturn(Optional.of("REG0000007"));
        assertThat(flow.consentPage().getResponse().getContentAsString())
                .contains("This registration replaces REG0000007, whose connection has ended here.");
    }

    @Guarantee(
            of = ConsentPage.class,
            says = "Only somebody who proved the contact's password a few minutes ago can consent.")
    @Test
    void asksForAFreshLoginBeforeTheConsent() throws Exception {
        flow.authorize(parameters -> {});
        flow.loggedInAt = clock.instant().minus(Duration.ofMinutes(5));
        MvcResult page = flow.consentPage();

        assertThat(page.getResponse().getRedirectedUrl())
                .startsWith("/oauth2/authorize?")
                .contains(consumer.clientId());
        assertThat(flow.session.isInvalid()).isTrue();
        assertThat(flow.ticket).isEmpty();
    }

    @Test
    void tellsTheWrongUserWhoIsMeantAndLetsThemSwitch() throws Exception {
        Flow wrong = new Flow(mvc, consumer, TestDirectory.OTHER);

        deniedByPage(wrong.authorize(parameters -> {}));
        MvcResult page;
        try (LogLines lines = new LogLines("security")) {
            page = wrong.perform(
                    get("/oauth2/wrong-user").session(wrong.session).with(user(TestDirectory.OTHER)));
            assertThat(lines.with("SX-2301"))
                    .singleElement()
                    .satisfies(
                            line -> assertThat(LogLines.fact(line, "user.name")).contains(TestDirectory.OTHER));
        }

        assertThat(page.getResponse().getStatus()).isEqualTo(403);
        assertThat(page.getResponse().getContentAsString())
                .contains("otto", "M*** K***", "m***@acme.example", "Switch account")
                .contains("href=\"" + stage.find(consumer.number()).request().consumerUrl() + "/connect/start\"")
                .doesNotContain("Mia", "Keller", "mia@");
        assertThat(process.told).contains("connecting " + consumer.number() + " otto");

        MvcResult switched = wrong.perform(post("/oauth2/switch-account")
                .session(wrong.session)
                .with(user(TestDirectory.OTHER))
                .with(csrf()));
        String address = switched.getResponse().getRedirectedUrl();
        assertThat(address).startsWith("/oauth2/authorize?").contains(consumer.clientId());
        assertThat(wrong.session.isInvalid()).isTrue();
        assertThat(flow.perform(get(java.net.URI.create(address))
                                .session(flow.session)
                                .with(user(TestDirectory.MIA)))
                        .getResponse()
                        .getRedirectedUrl())
                .contains("/oauth2/consent");
        assertThat(flow.accessToken()).isNotEmpty();
    }

    @Test
    void doesNotMoveTheProcessForSomebodyElseOnceTheContactWasMatched() throws Exception {
        flow.authorize(parameters -> {});
        Flow wrong = new Flow(mvc, consumer, TestDirectory.OTHER);

        deniedByPage(wrong.authorize(parameters -> {}));

        assertThat(process.told)
                .contains("connecting " + consumer.number() + " mia")
                .doesNotContain("connecting " + consumer.number() + " otto");
        assertThat(journal.entries(consumer.number())).anySatisfy(entry -> {
            assertThat(entry.author()).isEqualTo(Author.of("otto"));
            assertThat(entry.text())
                    .isEqualTo("Tried to connect, but is not the contact of this registration."
                            + " Access was denied; the registration stays open.");
        });
    }

    @Test
    void switchesAccountOnlyForOurOwnPage() throws Exception {
        Flow wrong = new Flow(mvc, consumer, TestDirectory.OTHER);
        wrong.authorize(parameters -> {});

        MvcResult forged = wrong.perform(
                post("/oauth2/switch-account").session(wrong.session).with(user(TestDirectory.OTHER)));

        assertThat(forged.getResponse().getStatus()).isEqualTo(403);
        assertThat(wrong.session.isInvalid()).isFalse();
    }

    @Test
    void contactOfAnotherCompanyGetsNothing() throws Exception {
        deniedByPage(new Flow(mvc, consumer, TestDirectory.FOREIGN).authorize(parameters -> {}));
    }

    private void deniedByPage(MvcResult response) {
        assertThat(response.getResponse().getRedirectedUrl()).isEqualTo("/oauth2/wrong-user");
        assertThat(stage.find(consumer.number()).isOpen()).isTrue();
        assertThat(stage.find(consumer.number()).snapshot().authorization().consent())
                .isNull();
    }

    private void noted(String step) {
        assertThat(journal.entries(consumer.number()))
                .anyMatch(entry -> entry.text()
                        .equals("Access denied: mia, who " + step
                                + ", is not or no longer the contact. The registration stays open."));
    }
}
