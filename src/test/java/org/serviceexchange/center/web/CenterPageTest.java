package org.serviceexchange.center.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.SaveProviderRecord;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.web.RefusedEntry;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.UserRequestPostProcessor;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;

/** The Center from an empty instance, step by step, to one that has cases. */
@InstanceTest
@TestPropertySource(properties = "service-exchange.instance.base-url=http://localhost:8099")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class CenterPageTest {

    private static final String CONTACT = "center.contact";
    private static final String LINK =
            "/connect?provider=https%3A%2F%2Fprovider.invalid&registration=REG0001001&secret=" + "S".repeat(43)
                    + "&pin=" + "P".repeat(43);

    @Autowired
    private MockMvc mvc;

    @Autowired
    private SaveProviderRecord saveProviderRecord;

    @Autowired
    private CreateCompany createCompany;

    @Autowired
    private CreateContact createContact;

    @Autowired
    private Registrations registrations;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    @Test
    @Order(1)
    void sayHowToBegin() throws Exception {
        assertThat(page("/?side=provider", clerk()).select("main .card").text())
                .contains("Begin here", "give this instance its name as a provider")
                .endsWith("Create the provider record");
        saveProviderRecord.save("center-test");
        assertThat(page("/?side=provider", clerk()).select("main .card a").attr("href"))
                .isEqualTo("/companies");
        createCompany.create("Boxeo");
        Document ready = page("/?side=provider", clerk());
        assertThat(ready.select("main .card").text()).startsWith("Begin here There is no registration yet.");
        assertThat(ready.select("main .card a").attr("href")).isEqualTo("/registrations/new");
        assertThat(ready.select("[role=search]")).isEmpty();
    }

    @Test
    @Order(2)
    void saysThatAConnectionBeginsWithALink() throws Exception {
        Document page = page("/?side=consumer", clerk());
        assertThat(page.select("main .card").first().text())
                .contains("A connection begins with the registration link that a provider sends to its contact.");
        assertThat(page.select("details[open] input[name=link]")).hasSize(1);
        assertThat(page.select(".sides [aria-current]").text()).isEqualTo("As consumer");
    }

    @Test
    @Order(3)
    void leadsAPastedLinkToThePageOfLinks() throws Exception {
        assertThat(paste("  http://localhost:8099" + LINK + " ").getResponse().getRedirectedUrl())
                .startsWith("/connect?provider=https")
                .endsWith("&registration=REG0001001&secret=" + "S".repeat(43) + "&pin=" + "P".repeat(43));
    }

    @Test
    @Order(4)
    void refusesAPastedTextThatIsNoLinkOfThisInstanceAndKeepsIt() throws Exception {
        MvcResult refused = paste("REG0001001, as on the phone");
        assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo("/?side=consumer#connect");
        assertThat(refused.getFlashMap().get("pasted")).isEqualTo("REG0001001, as on the phone");
        assertThat(refusal(refused))
                .endsWith("Copy the whole link from the e-mail, or ask the provider for a new one.");
        assertThat(refusal(paste("https://elsewhere.example.com" + LINK)))
                .isEqualTo("This link is for the instance https://elsewhere.example.com. Open it there,"
                        + " or paste a link for this instance.");
    }

    private static String refusal(MvcResult answer) {
        RefusedEntry refused = (RefusedEntry) answer.getFlashMap().get("refused");
        assertThat(refused.field()).isEqualTo("link");
        return refused.sentence();
    }

    @Test
    @Order(5)
    void showsWhoseTurnItIs() throws Exception {
        String company = jdbc.sql("select id from company").query(String.class).single();
        TestUsers.contact(createContact, users, new Person(CONTACT, "Abel", "Tuter", ""), company);
        users.create("center.other", "Otto", "Other", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        String number = "REG0009001";
        Registration registration = Registration.requested(new RegistrationRequest(
                number, company, CONTACT, "https://consumer.example.com", TestUsers.CLERK, Instant.now()));
        registration.checked(List.of());
        registration.open(new Link("hash", new byte[1], Instant.now().plus(Duration.ofDays(14))));
        transactions.executeWithoutResult(status -> registrations.add(registration));
        Document page = page("/?side=provider", clerk());
        assertThat(page.select(".cases h3").text()).isEqualTo(number + " Boxeo");
        assertThat(page.select(".cases .badge").text()).isEqualTo("Open");
        assertThat(page.select(".cases dl").text())
                .startsWith("Whose turn Their side: The contact Abel Tuter Since ")
                .contains("Contact Abel Tuter");
        assertThat(page.select(".cases h3 a").attr("href")).isEqualTo("/registrations/" + number);
        assertThat(page.select(".numbers .card").eachText())
                .containsExactly(
                        "0 connected",
                        "0 connected, in trouble",
                        "1 on the way",
                        "0 waiting for us",
                        "1 waiting for them",
                        "0 failed",
                        "0 stopped at a step",
                        "0 link expires soon");
        assertThat(page.select("main script:not([src])")).isEmpty();
        Document start = page("/", clerk());
        assertThat(start.select(".sides [aria-current]").text()).isEqualTo("Overview");
        assertThat(start.select("section[aria-labelledby=living]").text())
                .isEqualTo("Connections Connected consumers: 0"
                        + " No connection is live yet. Those that are on their way stand below.");
        assertThat(start.select("section[aria-labelledby=under-way] .summary a").attr("href"))
                .isEqualTo("/?side=provider&show=under_way");
        assertThat(start.select("section[aria-labelledby=under-way] .cases h3").text())
                .isEqualTo(number + " Boxeo");
    }

    @Test
    @Order(6)
    void filtersByANumberAndClears() throws Exception {
        assertThat(page("/?side=provider&show=them", clerk()).select(".cases li"))
                .hasSize(1);
        Document none = page("/?side=provider&show=us&q=%22%3E%3Cb%3E", clerk());
        assertThat(none.select("[role=status]").text())
                .isEqualTo("Nothing fits this search and these filters. Clear search and filters");
        assertThat(none.select("[role=status] a").attr("href")).isEqualTo("/?side=provider");
        assertThat(none.select("#q").val()).isEqualTo("\"><b>");
        assertThat(none.select(".numbers [aria-current]").attr("href"))
                .startsWith("/?side=provider&q=")
                .doesNotContain("show");
    }

    @Test
    @Order(6)
    void showsTheSameListAsATableWhoseAddressSaysAllOfIt() throws Exception {
        Document table = page("/?side=provider&show=them&state=OPEN&q=boxeo&sort=waiting&view=table", clerk());
        assertThat(table.select("#cases tbody tr").text())
                .startsWith("REG0009001 Boxeo Open The contact Abel Tuter ")
                .contains(" Abel Tuter ");
        assertThat(table.select("#cases tbody a").attr("href")).isEqualTo("/registrations/REG0009001");
        assertThat(table.select(".cases")).isEmpty();
        assertThat(table.select("#state option[selected]").text()).isEqualTo("Open (1)");
        assertThat(table.select("#state option").eachText()).contains("All states", "Closed Complete (0)");
        assertThat(table.select("form[role=search] input[type=hidden]").eachAttr("name"))
                .contains("side", "view", "show");
        String cards = "/?side=provider&show=them&state=OPEN&q=boxeo&sort=waiting";
        assertThat(table.select("a:containsOwn(Show as cards)").attr("href")).isEqualTo(cards);
        assertThat(page(cards, clerk()).select("a:containsOwn(Show as a table)").attr("href"))
                .isEqualTo(cards + "&view=table");
        assertThat(table.select(".numbers a").eachAttr("href")).allMatch(address -> address.contains("view=table"));
    }

    @Test
    @Order(7)
    void takesAnythingUnknownInTheAddressAsNotThere() throws Exception {
        assertThat(page("/?side=moon&show=all&sort=number;drop%20table%20company&after=x", clerk())
                        .select(".cases li"))
                .hasSize(1);
    }

    @Test
    @Order(8)
    void showsAContactOnlyTheirOwnCasesAndWhatToDo() throws Exception {
        Document own = page("/?side=consumer", contact(CONTACT));
        assertThat(own.select("main").text())
                .contains(
                        "Open the registration link that test-instance sent you, on your own instance, and follow it.",
                        "You: open the registration link on your own instance");
        assertThat(own.select(".cases li")).hasSize(1);
        assertThat(own.select("main a, main form")).isEmpty();
        assertThat(page("/", contact("center.other")).select("main").text())
                .endsWith("There is no registration with you as the contact.");
    }

    @Test
    @Order(9)
    void tellsEverybodyElseWhereToGo() throws Exception {
        users.create(
                "center.auditor",
                "Audrey",
                "Auditor",
                "",
                users.hash(TestUsers.PASSWORD),
                Set.of(Role.CRYPTOGRAPHIC_AUDITOR));
        var auditor = user("center.auditor").authorities(List.of(() -> Role.CRYPTOGRAPHIC_AUDITOR.group()));
        Document page = page("/", auditor);
        assertThat(page.select("main > p").text())
                .isEqualTo("Your account does not see registrations and connections. Ask an admin for the role"
                        + " sn_sb.admin if you need them. This is what you can do here:");
        assertThat(page.select("main .tiles a").eachAttr("href")).contains("/account/password");
        assertThat(page.select(".cases")).isEmpty();
    }

    @Test
    @Order(10)
    void speaksGerman() throws Exception {
        String page = mvc.perform(get("/?side=provider")
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.GERMAN)
                        .header("Accept-Language", "de")
                        .with(clerk()))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(page).select("main").text())
                .contains("Als Anbieter", "warten auf die Gegenseite", "Der Kontakt Abel Tuter", "Neue Verbindung");
    }

    @Test
    @Order(11)
    void countsCasesThatStoppedAtAStepAndTriesAllAgainAfterAQuestion() throws Exception {
        assertThat(page("/?side=provider", clerk()).select("#stopped")).isEmpty();
        jdbc.sql("insert into act_ru_execution (id_, rev_, business_key_) values ('stopped', 1, 'REG0009001')")
                .update();
        jdbc.sql("insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_type_, proc_inst_id_)"
                        + " values ('stopped', 1, current_timestamp, 'failedJob', 'stopped')")
                .update();
        try {
            Document page = page("/?side=provider", clerk());
            assertThat(page.select(".numbers .card").eachText()).contains("1 stopped at a step");
            assertThat(page("/?side=provider&show=stopped", clerk()).select(".cases li"))
                    .hasSize(1);
            assertThat(page.select("section[aria-labelledby=stopped] a").attr("href"))
                    .isEqualTo("/stopped-steps/provider/retry");
            assertThat(page("/stopped-steps/provider/retry", clerk())
                            .select("main")
                            .text())
                    .contains("Try the stopped steps of 1 cases again?", "Try all again");
        } finally {
            jdbc.sql("delete from act_ru_incident where id_ = 'stopped'").update();
            jdbc.sql("delete from act_ru_execution where id_ = 'stopped'").update();
        }
    }

    @Test
    @Order(12)
    void letsOnlyThoseTryAllAgainWhoMayTryOne() throws Exception {
        var again = mvc.perform(
                        post("/stopped-steps/provider/retry").with(clerk()).with(csrf()))
                .andReturn();
        assertThat(again.getResponse().getRedirectedUrl()).isEqualTo("/?side=provider");
        assertThat(again.getFlashMap().get("retried")).isEqualTo("The steps of 0 cases are tried again now.");
        var refused = mvc.perform(post("/stopped-steps/provider/retry")
                        .with(contact(CONTACT))
                        .with(csrf()))
                .andReturn();
        assertThat(refused.getResponse().getStatus()).isEqualTo(403);
    }

    @Test
    @Order(13)
    void showsWhatAnActOnManyCasesWouldDoAndThenListsWhatBecameOfEach() throws Exception {
        Document table = page("/?side=provider&view=table", clerk());
        assertThat(table.select("form.choosing").attr("action")).isEqualTo("/bulk/provider");
        assertThat(table.select("form.choosing input[name=number]").val()).isEqualTo("REG0009001");
        assertThat(table.select("#act option").eachText())
                .containsExactlyInAnyOrder(
                        "Send a new link", "Remind the contact", "Cancel", "Try the failed step again");

        Document preview = page("/bulk/provider?act=cancel&number=REG0009001&number=REG0009999", clerk());
        assertThat(preview.select("h1").text()).isEqualTo("Cancel these cases (1)?");
        assertThat(preview.select("#possible a").attr("href")).isEqualTo("/registrations/REG0009001");
        assertThat(preview.select("#impossible").text()).isEqualTo("REG0009999: there is no such record");
        assertThat(preview.select("main form input[name=number]").eachAttr("value"))
                .containsExactly("REG0009001");
        Document retry = page("/bulk/provider?act=retry&number=REG0009001", clerk());
        assertThat(retry.select("#impossible").text()).isEqualTo("REG0009001: no step has failed");
        assertThat(retry.select("main form button")).isEmpty();
        assertThat(retry.select("h1").text()).isEqualTo("Nothing to do for these");

        Document remind = page("/bulk/provider?act=remind&number=REG0009001", clerk());
        assertThat(remind.select("#impossible").text()).isEqualTo("REG0009001: mail is off on this instance");

        var done = mvc.perform(post("/bulk/provider")
                        .param("act", "cancel")
                        .param("number", "REG0009999", "REG0009001")
                        .with(clerk())
                        .with(csrf()))
                .andReturn();
        assertThat(done.getResponse().getRedirectedUrl()).isEqualTo("/?side=provider&view=table");
        var shown = mvc.perform(get("/?side=provider&view=table")
                        .flashAttrs(done.getFlashMap())
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH)
                        .with(clerk()))
                .andReturn();
        assertThat(Jsoup.parse(shown.getResponse().getContentAsString())
                        .select("#bulk-done li")
                        .eachText())
                .containsExactly(
                        "REG0009999: refused (SX-2020); its page says how it stands",
                        "REG0009001: refused (SX-2021); its page says how it stands");
    }

    @Test
    @Order(14)
    void doesNothingWithoutAChoiceNorForOthers() throws Exception {
        var none = mvc.perform(get("/bulk/provider").param("act", "cancel").with(clerk()))
                .andReturn();
        assertThat(none.getResponse().getRedirectedUrl()).isEqualTo("/?side=provider&view=table");
        assertThat(none.getFlashMap().get("retried")).isEqualTo("Nothing was chosen. Choose cases in the table first.");
        for (var request : List.of(get("/bulk/provider"), post("/bulk/provider").with(csrf()))) {
            assertThat(mvc.perform(request.with(contact(CONTACT)))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    private MvcResult paste(String link) throws Exception {
        return mvc.perform(post("/connections/link")
                        .param("link", link)
                        .locale(Locale.ENGLISH)
                        .with(clerk())
                        .with(csrf()))
                .andReturn();
    }

    private Document page(String path, UserRequestPostProcessor who) throws Exception {
        var response = mvc.perform(get(java.net.URI.create(path))
                        .accept(MediaType.TEXT_HTML)
                        .locale(Locale.ENGLISH)
                        .with(who))
                .andReturn()
                .getResponse();
        assertThat(response.getStatus()).isEqualTo(200);
        return Jsoup.parse(response.getContentAsString());
    }

    private static UserRequestPostProcessor clerk() {
        return user(TestUsers.CLERK).authorities(List.of(() -> Role.SERVICE_EXCHANGE_ADMIN.group()));
    }

    private static UserRequestPostProcessor contact(String id) {
        return user(id).authorities(List.of(() -> Role.CONTACT.group()));
    }
}
