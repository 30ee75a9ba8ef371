package org.serviceexchange.consumer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.center.CaseGuide;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.LogLines;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.message.Messages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.ConcurrentModel;

/** The wizard in every state, in English and German. */
@InstanceTest
class WizardPageTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private WizardPage page;

    @Autowired
    private ProviderConnections connections;

    @Autowired
    private Journal journal;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private CreateCompany createCompany;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AWAITING_VALIDATION|Step 1 of 6: Check prerequisites Awaiting Validation|now,to come,to come,to"
                        + " come,to come,to come",
                "VALIDATION_FAILED|Step 1 of 6: Check prerequisites Validation Failed|now,to come,to come,to come,to"
                        + " come,to come",
                "VALIDATED|Step 2 of 6: Connect to Provider Validated|done,now,to come,to come,to come,to come",
                "CLAIMING|Step 2 of 6: Connect to Provider Claiming Registration|done,now,to come,to come,to come,to"
                        + " come",
                "AWAITING_AUTHENTICATION|Step 3 of 6: Authenticate at provider Awaiting"
                        + " Authentication|done,done,now,to come,to come,to come",
                "EXCHANGING_KEYS|Step 4 of 6: Exchange keys Exchanging Keys|done,done,done,now,to come,to come",
                "ACTIVATING|Step 5 of 6: Activate Activating|done,done,done,done,now,to come",
                "ONBOARDED|Done Onboarded|done,done,done,done,done,done",
            })
    void showsHowFarTheConnectionIs(ConnectionState state, String heading, String positions) throws Exception {
        Document page = wizard(state, Locale.ENGLISH);
        assertThat(page.select("#progress h2").text()).isEqualTo(heading);
        assertThat(page.select(".way small").eachText()).containsExactly(positions.split(","));
        assertThat(page.select("[aria-current=step] span").text())
                .isEqualTo(Messages.of(Step.of(state).key(), Locale.ENGLISH));
        assertThat(page.select("#turn").text()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/connect/", "/connections/", "/connections/%s/cancel"})
    void showsTheAddressOfTheProviderInItsScript(String path) throws Exception {
        String number = KeptConnections.addAt(transactions, connections, "https://xn--bcher-kva.example");
        String page = open(path.contains("%s") ? path.formatted(number) : path + number, Locale.ENGLISH)
                .select("main")
                .text();
        assertThat(page).contains("https://b\u00fccher.example").doesNotContain("xn--");
    }

    @ParameterizedTest
    @EnumSource
    void speaksGerman(ConnectionState state) throws Exception {
        String number = KeptConnections.add(transactions, connections, state);
        Document page = open("/connect/" + number, Locale.GERMAN);
        CaseGuide guide =
                ConnectionGuide.of(connections.find(number).orElseThrow().snapshot(), Optional.empty());
        assertThat(page.select("html").attr("lang")).isEqualTo("de");
        assertThat(page.select("#progress h2 .badge").text())
                .isEqualTo(state.label().in(Locale.GERMAN));
        assertThat(page.select("#progress > p").first().text())
                .isEqualTo(guide.now().in(Locale.GERMAN));
        assertThat(page.select("#turn").text()).isEqualTo(guide.who().in(Locale.GERMAN));
        assertThat(page.text()).doesNotContain("??");
    }

    @Test
    void showsWhatHasPassedBetweenTheTwoInstances() throws Exception {
        String number = KeptConnections.add(transactions, connections, ConnectionState.AWAITING_AUTHENTICATION);
        Document page = open("/connect/" + number, Locale.ENGLISH);
        assertThat(page.select(".between li.done").eachText())
                .containsExactly("Registration link (done)", "Claim of the link (done)");
        assertThat(page.select(".between li.now").text()).isEqualTo("Consent of the contact (now)");
    }

    @Test
    void saysBeforehandWhichConnectionItReplacesThatTheProviderHasLost() throws Exception {
        String lost = KeptConnections.add(transactions, connections, ConnectionState.ONBOARDED);
        String next = KeptConnections.add(transactions, connections, ConnectionState.VALIDATED);
        assertThat(open("/connect/" + next, Locale.ENGLISH).select("#progress").text())
                .doesNotContain("this one replaces it");
        transactions.executeWithoutResult(status -> {
            ProviderConnection connection = connections.lock(lost);
            connection.warned(LocalizedMessage.of("consumer.reason.lostAtProvider"));
            connections.save(connection);
        });
        assertThat(open("/connect/" + next, Locale.ENGLISH).select("#progress").text())
                .contains("The provider has lost the connection " + lost + " for ")
                .contains(lost + " ends in the same act and its keys are destroyed here");
        Document page = open("/connect/" + lost, Locale.ENGLISH);
        assertThat(page.select("#turn").text()).isEqualTo("An admin of this instance");
        transactions.executeWithoutResult(status -> {
            ProviderConnection connection = connections.lock(lost);
            connection.warned(null);
            connections.save(connection);
        });
    }

    @Test
    void asksForOneThingAtATime() throws Exception {
        createCompany.create("Wizard Provider");
        assertThat(actions(ConnectionState.VALIDATION_FAILED)).containsExactly("Check again now");
        assertThat(actions(ConnectionState.VALIDATED)).containsExactly("Connect to Provider", "Create company");
        assertThat(actions(ConnectionState.CLAIMING)).isEmpty();
        assertThat(actions(ConnectionState.AWAITING_AUTHENTICATION)).containsExactly("Authenticate");
        assertThat(actions(ConnectionState.EXCHANGING_KEYS)).isEmpty();
        assertThat(actions(ConnectionState.ONBOARDED)).containsExactly("All details of the connection");
    }

    @Test
    void namesTheWayOutOfFindings() throws Exception {
        assertThat(wizard(ConnectionState.VALIDATION_FAILED, Locale.ENGLISH)
                        .select("tbody tr")
                        .text())
                .isEqualTo("SX-2104 The key management of this instance is not operational: Clock. Open Key Management,"
                        + " Health (Diagnostics) and repair what is not green. Whoever runs this instance");
    }

    @Test
    void saysWhyAConnectionWasClosedAndWhoCanHelp() throws Exception {
        Document page = wizard(ConnectionState.CLOSED_INCOMPLETE, Locale.ENGLISH);
        assertThat(page.select("#progress .error").text())
                .isEqualTo(
                        "Reason: refused. The registration link was used by another instance already. If that was not"
                                + " your company, tell the provider at once; otherwise ask for a new link. Code SX-2203.");
        assertThat(page.select("#turn").text()).isEqualTo("An admin of the provider, who can send a new link");
        assertThat(page.text()).contains("If it is still wanted, ask the provider for a new link and open it.");
        assertThat(page.select(".way, .between")).isEmpty();
    }

    @Test
    void saysWhoDidTheLastThingUnlessItWasTheSystem() throws Exception {
        String number = KeptConnections.add(transactions, connections, ConnectionState.AWAITING_AUTHENTICATION);
        assertThat(last(number, Author.SYSTEM)).matches("\\d.*").doesNotContain("Author", "system");
        assertThat(last(number, Author.of(TestUsers.CLERK))).startsWith(TestUsers.CLERK + ", ");
    }

    @Test
    void endsWithNothingLeftToDo() throws Exception {
        assertThat(wizard(ConnectionState.ONBOARDED, Locale.ENGLISH).text())
                .contains("The connection is active in both directions.", "There is nothing left to do")
                .doesNotContain("Cancel this connection");
    }

    @Test
    void offersOnThePageOfAConnectionWhatIsPossibleNow() throws Exception {
        assertThat(page(ConnectionState.AWAITING_AUTHENTICATION)
                        .select("#progress .actions a")
                        .eachText())
                .containsExactly("Continue", "Cancel this connection");
        assertThat(page(ConnectionState.VALIDATION_FAILED).select("main button").eachText())
                .contains("Check again now");
        assertThat(page(ConnectionState.ONBOARDED).select("#progress .actions")).isEmpty();
    }

    @Test
    void refusesWhoeverMayNotConnectAndTellsTheSecurityLog() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/connect/PCN7");
        request.setRemoteUser("otto");
        MockHttpServletResponse response = new MockHttpServletResponse();
        var otto = new TestingAuthenticationToken("otto", "", Role.CONTACT.group());
        try (LogLines lines = new LogLines("security")) {
            assertThat(page.show("PCN7", otto, Locale.ENGLISH, new ConcurrentModel(), request, response))
                    .isEqualTo("consumer/wrong-role");
            assertThat(response.getStatus()).isEqualTo(403);
            assertThat(lines.with("/connect/PCN7")).singleElement().satisfies(line -> {
                assertThat(LogLines.fact(line, "error.code")).contains("SX-9003");
                assertThat(LogLines.fact(line, "user.name")).contains("otto");
            });
        }
    }

    /** Who did what the wizard shows as the last thing, and when. */
    private String last(String number, Author author) throws Exception {
        transactions.executeWithoutResult(
                status -> journal.workNote(number, author, LocalizedMessage.of("consumer.note.prerequisitesMet")));
        return open("/connect/" + number, Locale.ENGLISH).select("dd .hint").text();
    }

    private java.util.List<String> actions(ConnectionState state) throws Exception {
        return wizard(state, Locale.ENGLISH).select("#progress .button").eachText();
    }

    private Document wizard(ConnectionState state, Locale language) throws Exception {
        return open("/connect/" + KeptConnections.add(transactions, connections, state), language);
    }

    private Document page(ConnectionState state) throws Exception {
        return open("/connections/" + KeptConnections.add(transactions, connections, state), Locale.ENGLISH);
    }

    private Document open(String path, Locale language) throws Exception {
        String html = mvc.perform(get(path)
                        .accept(MediaType.TEXT_HTML)
                        .header("Accept-Language", language.toLanguageTag())
                        .with(user(TestUsers.CLERK).authorities(() -> Role.SERVICE_EXCHANGE_ADMIN.group())))
                .andReturn()
                .getResponse()
                .getContentAsString();
        return Jsoup.parse(html);
    }
}
