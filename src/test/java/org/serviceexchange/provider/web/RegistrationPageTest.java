package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.block.field.OwnField;
import org.serviceexchange.block.field.OwnFields;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.KeyAgreement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** The page of a registration: what it shows to whom, and its actions. */
@InstanceTest
class RegistrationPageTest {

    private static final UserRequestPostProcessor CLERK =
            user(TestUsers.CLERK).authorities(Role.SERVICE_EXCHANGE_ADMIN::group);

    @Autowired
    MockMvc mvc;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    Journal journal;

    @Autowired
    Users users;

    @Autowired
    OwnFields ownFields;

    @Autowired
    TransactionTemplate transaction;

    KeptRegistrations.Kept open;

    @BeforeEach
    void openRegistration() {
        open = kept.open();
    }

    // ---- What it says

    @Test
    void saysWhoseTurnItIsAndWhatComesNext() throws Exception {
        Document page = page(open.number(), CLERK);
        assertThat(page.select("h1").text()).isEqualTo("Registration " + open.number());
        assertThat(page.select("[data-live=facts] dl").first().text())
                .isEqualTo("State Open What is going on The registration is open, and the contact was sent the link:"
                        + " what was sent stands below. Whose turn it is The contact Con Tact What comes next The"
                        + " contact opens the link on the consumer instance, logs in there as an admin and connects.");
        assertThat(page.select("#link").val()).contains("secret=" + open.secret());
    }

    @Test
    void showsWhatPassesBetweenTheTwoInstances() throws Exception {
        Document page = page(open.number(), CLERK);
        assertThat(page.select(".between .party").eachText()).hasSize(2).contains("test-instance");
        assertThat(page.select(".between li.done")).isEmpty();
        assertThat(page.select(".between li.now").text()).isEqualTo("Registration link (now)");
        kept.change(open.number(), registration -> registration.close(ClosingReason.CANCELLED));
        assertThat(page(open.number(), CLERK).select(".between")).isEmpty();
    }

    @Test
    void speaksTheLanguageOfTheReader() throws Exception {
        Document page = page(open.number(), CLERK, Locale.GERMAN);
        assertThat(page.select("#state").text()).isEqualTo("Offen");
        assertThat(page.select("title").text()).isEqualTo("Registrierung " + open.number() + " – Service Exchange");
        assertThat(page.select("#copy").attr("data-copied")).isEqualTo("Kopiert.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OFF_BOARDED")
    void saysWhyItWasClosedAndOffersNothing(ClosingReason reason) throws Exception {
        kept.change(open.number(), registration -> registration.close(reason));
        Document page = page(open.number(), CLERK);
        assertThat(page.select("#state").text())
                .isEqualTo("Closed Incomplete: "
                        + reason.name().toLowerCase(Locale.ROOT).replace('_', ' '));
        assertThat(page.select("#link, #resend, #cancel, #check, #close, #retry"))
                .isEmpty();
        assertThat(page.select("dl").first().text()).contains("Nobody: it is closed", "start a new registration.");
    }

    @Test
    void offersTheDecisionInsteadOfTheLinkWhileSuspended() throws Exception {
        suspend();
        Document page = page(open.number(), CLERK);
        assertThat(page.select("#link, #resend")).isEmpty();
        assertThat(page.select("#continue").attr("href")).endsWith(open.number() + "/resend");
        assertThat(page.select("#close").attr("href")).endsWith(open.number() + "/close");
        assertThat(page.text()).contains("The key exchange failed five times and is suspended.");
    }

    @Test
    void showsFindingsWithCauseSolutionAndWhoActs() throws Exception {
        var waiting = kept.withFinding(new Problem(ProblemCode.PROVIDER_RECORD_MISSING).finding());
        Document page = page(waiting.number(), CLERK);
        assertThat(page.select("[data-live=facts] table tbody").text())
                .isEqualTo("SX-2101 This instance has no provider record. Create it under Provider record."
                        + " An admin of the provider instance");
        assertThat(page.select("#check").text()).isEqualTo("Check again now");
        assertThat(page.select("#link")).isEmpty();
    }

    @Test
    void showsWhatWasTypedIntoOwnFields() throws Exception {
        transaction.executeWithoutResult(status -> ownFields.keep(
                open.number(), List.of(new OwnField("own_purchaseOrder", "Purchase order", "<b>4711</b>"))));
        Document page = page(open.number(), CLERK);
        assertThat(page.select("dt:contains(Purchase order) + dd").text()).isEqualTo("<b>4711</b>");
    }

    // ---- What can be done

    @ParameterizedTest
    @ValueSource(strings = {"resend", "cancel", "close"})
    void asksBeforeWhatCannotBeUndone(String action) throws Exception {
        Document question = page(open.number() + "/" + action, CLERK);
        assertThat(question.text()).contains("This cannot be undone", "Back without a change");
        assertThat(question.select("main form").attr("action"))
                .isEqualTo("/registrations/" + open.number() + "/" + action);
    }

    @Test
    void cancelsARunningProcessOnceAndThenSaysThatItIsClosed() throws Exception {
        String number = kept.started();
        assertThat(after(post("/registrations/" + number + "/cancel"))
                        .select(".notice")
                        .text())
                .isEqualTo("The registration was cancelled.");
        assertThat(after(post("/registrations/" + number + "/cancel"))
                        .select(".error")
                        .text())
                .isEqualTo("The registration " + number + " is closed (Closed Incomplete: cancelled). Start a new"
                        + " registration if the consumer still wants to connect. Who can act: An admin of the provider"
                        + " instance. Code SX-2021.");
        assertThat(result(get("/registrations/" + number + "/cancel").with(CLERK))
                        .getRedirectedUrl())
                .isEqualTo("/registrations/" + number);
    }

    @Test
    void saysThatSomebodyElseWasFaster() throws Exception {
        for (String action : new String[] {"check", "retry"}) {
            assertThat(after(post("/registrations/" + open.number() + "/" + action))
                            .select(".notice")
                            .text())
                    .isEqualTo("Nothing was changed: this was done before, in another tab or by somebody else. The page"
                            + " shows where the registration stands now.");
        }
        assertThat(after(post("/registrations/" + open.number() + "/close"))
                        .select(".error")
                        .text())
                .startsWith("The registration " + open.number()
                        + " is not waiting for a review any more; its state is Open.");
        assertThat(journal.entries(open.number())).isEmpty();
    }

    @Test
    void leadsBackFromTheAddressOfAnAction() throws Exception {
        for (String action : new String[] {"check", "retry", "notes"}) {
            assertThat(result(get("/registrations/" + open.number() + "/" + action)
                                    .with(CLERK))
                            .getRedirectedUrl())
                    .isEqualTo("/registrations/" + open.number());
        }
    }

    // ---- Work notes and comments

    @Test
    void addsAWorkNoteWithItsAuthor() throws Exception {
        Document page = after(note("WORK_NOTE", "Called the contact. <b>Fine</b>", CLERK));
        assertThat(page.select("#say .notice").text()).isEqualTo("It was added.");
        assertThat(page.select(".timeline li")
                        .first()
                        .select("strong, .badge, .lines")
                        .eachText())
                .containsExactly("Clara Clerk", "Work note", "Called the contact. <b>Fine</b>");
    }

    @Test
    void refusesARemarkWithASentenceAndKeepsWhatWasTyped() throws Exception {
        Document page = after(note("COMMENT", "My link: " + open.secret(), CLERK));
        assertThat(page.select("#say-error").text())
                .startsWith("The text holds what looks like a registration link or its secret");
        assertThat(page.select("#say-text").text()).isEqualTo("My link: " + open.secret());
        assertThat(page.select("#say-comment").hasAttr("checked")).isTrue();
        assertThat(journal.count(open.number())).isZero();
    }

    @Test
    void isTheAdminsTurnUntilTheLinkWasSent() throws Exception {
        assertThat(page(open.number(), CLERK).select("#sent")).isEmpty();
        kept.change(open.number(), registration -> registration.linkUnsent(true));
        Document before = page(open.number(), CLERK);
        assertThat(before.select("[data-live=facts] dl").first().text())
                .contains(
                        "No e-mail was sent, so the contact does not have the link yet.",
                        "Whose turn it is An admin of this instance");
        assertThat(before.select("#sent").text()).isEqualTo("I have sent the link");
        assertThat(before.select("#copy").attr("data-copied")).contains("I have sent the link");
        assertThat(page(open.number(), contact()).select("dl").text())
                .contains("An admin of the provider sends you the link.", "Whose turn it is An admin of the provider");

        String address = "/registrations/" + open.number() + "/sent";
        assertThat(result(post(address).with(csrf()).with(CLERK)).getStatus()).isEqualTo(302);

        Document after = page(open.number(), CLERK);
        assertThat(after.select("#sent")).isEmpty();
        assertThat(after.select("[data-live=facts] dl").first().text())
                .contains("Whose turn it is The contact Con Tact");
        assertThat(after.select(".timeline .lines").eachText()).contains("Sent the link to the contact.");
    }

    // ---- Who may see and do what

    @Test
    void showsTheContactStateAndCommentsOnly() throws Exception {
        journal.workNote(open.number(), Author.of(TestUsers.CLERK), "An internal matter");
        journal.comment(open.number(), Author.of(TestUsers.CLERK), "Please use the link this week.");
        Document page = page(open.number(), contact());
        assertThat(page.select("dl").text())
                .startsWith("State Open What is going on The registration is open")
                .contains("Whose turn it is You");
        assertThat(page.select(".timeline .lines").eachText()).containsExactly("Please use the link this week.");
        assertThat(page.html())
                .doesNotContain(open.secret(), "An internal matter", "WORK_NOTE", "/cancel", "/resend", "(clerk)");
    }

    @Test
    void letsTheContactCommentButNotWriteWorkNotes() throws Exception {
        assertThat(result(note("WORK_NOTE", "x", contact())).getStatus()).isEqualTo(403);
        assertThat(result(note("COMMENT", "We are ready.", contact())).getStatus())
                .isEqualTo(302);
        assertThat(journal.comments(open.number())).hasSize(1);
        assertThat(journal.count(open.number())).isEqualTo(1);
    }

    @Test
    void tellsTheContactNothingOfWorkNotesAndStepsByTheStatus() throws Exception {
        String before = status(contact());
        journal.workNote(open.number(), Journal.SYSTEM, "An internal matter");
        assertThat(status(contact())).isEqualTo(before).contains("\"active\":[]", "\"here\":[]", "\"state\":\"Open\"");
        journal.comment(open.number(), Author.of(TestUsers.CLERK), "Hello");
        assertThat(status(contact())).isNotEqualTo(before);
    }

    @Test
    void doesNotExistForAnotherContact() throws Exception {
        var stranger = user(kept.stranger()).authorities(Role.CONTACT::group);
        for (String path : new String[] {"", "/status"}) {
            assertThat(result(asPage("/registrations/" + open.number() + path, stranger))
                            .getStatus())
                    .as(path)
                    .isEqualTo(404);
        }
        assertThat(result(note("COMMENT", "Hello", stranger)).getStatus()).isEqualTo(404);
        assertThat(result(asPage("/registrations/REG9999999", contact())).getStatus())
                .isEqualTo(404);
        assertThat(journal.count(open.number())).isZero();
    }

    @Test
    void doesNotExistForAContactWhoMovedToAnotherCompany() throws Exception {
        kept.moveContact(open.contact());
        assertThat(result(asPage("/registrations/" + open.number(), contact())).getStatus())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/process",
                "/resend",
                "/cancel",
                "/close",
                "/check",
                "/retry",
                "/sent",
                "/evidence",
                "/notes/x",
                "/"
            })
    void closesEverythingElseToTheContact(String path) throws Exception {
        String address = "/registrations/" + open.number() + path;
        assertThat(result(asPage(address, contact())).getStatus()).isEqualTo(403);
        assertThat(result(post(address).with(csrf()).with(contact())).getStatus())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/registrations", "/registrations/choices", "/registrations/new", "/registrations/check"})
    void closesTheOtherPagesToTheContact(String path) throws Exception {
        assertThat(result(asPage(path, contact())).getStatus()).isEqualTo(403);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"KMF_ADMIN", "CRYPTOGRAPHIC_MANAGER", "CRYPTOGRAPHIC_AUDITOR"})
    void isClosedToOtherRoles(Role role) throws Exception {
        String id = role.name().toLowerCase(Locale.ROOT).replace('_', '.');
        users.create(id, "Other", "Role", "", users.hash(TestUsers.PASSWORD), Set.of(role));
        var other = user(id).authorities(role::group);
        for (String path : new String[] {"", "/status", "/process"}) {
            assertThat(result(asPage("/registrations/" + open.number() + path, other))
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(result(note("COMMENT", "Hello", other)).getStatus()).isEqualTo(403);
    }

    private void suspend() {
        kept.change(open.number(), registration -> {
            for (int time = 0; time < KeyAgreement.FAILURES_UNTIL_SUSPENSION; time++) {
                registration.exchangeFailed();
            }
        });
    }

    private UserRequestPostProcessor contact() {
        return user(open.contact()).authorities(Role.CONTACT::group);
    }

    private String status(UserRequestPostProcessor reader) throws Exception {
        return result(get("/registrations/" + open.number() + "/status").with(reader))
                .getContentAsString();
    }

    private MockHttpServletRequestBuilder note(String kind, String text, UserRequestPostProcessor author) {
        return post("/registrations/" + open.number() + "/notes")
                .param("kind", kind)
                .param("text", text)
                .with(csrf())
                .with(author);
    }

    /** The page that the response redirects to, with its flash attributes. */
    private Document after(MockHttpServletRequestBuilder action) throws Exception {
        MvcResult answer = mvc.perform(action.with(csrf()).with(CLERK)).andReturn();
        String address = answer.getResponse().getRedirectedUrl();
        assertThat(address).isNotNull();
        var request =
                get(address.replaceAll("#.*", "")).accept(MediaType.TEXT_HTML).with(CLERK);
        return Jsoup.parse(result(request.flashAttrs(answer.getFlashMap())).getContentAsString());
    }

    private Document page(String path, UserRequestPostProcessor reader) throws Exception {
        return page(path, reader, Locale.ENGLISH);
    }

    private Document page(String path, UserRequestPostProcessor reader, Locale language) throws Exception {
        var response =
                result(asPage("/registrations/" + path, reader).header("Accept-Language", language.toLanguageTag()));
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private static MockHttpServletRequestBuilder asPage(String path, UserRequestPostProcessor reader) {
        return get(path).accept(MediaType.TEXT_HTML).with(reader);
    }

    private MockHttpServletResponse result(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
