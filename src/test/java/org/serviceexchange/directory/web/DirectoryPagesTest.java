package org.serviceexchange.directory.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.RoleGrants;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@InstanceTest
class DirectoryPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    Directory directory;

    @Autowired
    CreateCompany createCompany;

    @Autowired
    CreateContact createContact;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    RoleGrants grants;

    private final String unique = UUID.randomUUID().toString();
    private TestBrowser browser;

    @BeforeEach
    void logInAsClerk() {
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
    }

    @Test
    void createsRenamesAndDeactivatesACompany() {
        browser.submit("/companies", "/companies", Map.of("name", "Acme " + unique));
        Company company = companyNamed("Acme " + unique);
        String page = "/companies/" + company.id();

        browser.submit(page, page, Map.of("name", "Acme Ltd " + unique));
        assertThat(browser.get(page + "/deactivate").body())
                .contains("Deactivate Acme Ltd " + unique + "?", "You can activate it again.");
        browser.submit(page + "/deactivate", page + "/deactivate", Map.of());

        assertThat(directory.company(company.id())).contains(new Company(company.id(), "Acme Ltd " + unique, false));
        browser.submit(page, page + "/activate", Map.of());
        assertThat(companyNamed("Acme Ltd " + unique).active()).isTrue();
    }

    @Test
    void saysNearTheFieldWhyACompanyIsRefusedAndKeepsWhatWasTyped() {
        createCompany.create("Taken " + unique);

        assertThat(browser.submit("/companies", "/companies", Map.of("name", "Taken " + unique))
                        .body())
                .contains(
                        "A company named &quot;Taken " + unique + "&quot; exists already."
                                + " Use another name, or edit the existing company.",
                        "value=\"Taken " + unique + "\"");
    }

    @Test
    void createsEditsAndDeactivatesAContact() {
        Company company = createCompany.create("Company " + unique);
        String user = "c-" + unique;
        assertThat(browser.submit(
                                "/contacts/new?company=" + company.id(),
                                "/contacts/new",
                                contact(user, company, "c@acme.example"))
                        .body())
                .contains("Ask a user with the role admin to open " + user + " under Users and to copy a link.");
        assertThat(directory.contact(user))
                .contains(new Contact(user, company.id(), "Carla Contact", "c@acme.example", true, null));
        String page = "/contacts/" + user;

        browser.submit(page, page, contact("ignored", company, "new@acme.example"));
        assertThat(directory.contact(user).orElseThrow().mail()).isEqualTo("new@acme.example");

        users.changePassword(user, users.hash(TestUsers.PASSWORD));
        TestBrowser contact = new TestBrowser(port);
        contact.logIn(user, TestUsers.PASSWORD);
        assertThat(contact.get("/").statusCode()).isEqualTo(200);
        browser.submit(page + "/deactivate", page + "/deactivate", Map.of());
        assertThat(directory.contact(user).orElseThrow().active()).isFalse();
        assertThat(new TestBrowser(port)
                        .logIn(user, TestUsers.PASSWORD)
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .endsWith("/login?refused");
    }

    @Test
    void marksTheFieldThatIsWrong() {
        Company company = createCompany.create("Company " + unique);
        Map<String, String> typed = new HashMap<>(contact("c-" + unique, company, "no address"));
        assertThat(browser.submit("/contacts/new", "/contacts/new", typed).body())
                .contains("aria-invalid=\"true\" aria-describedby=\"mail-error mail-hint\"", "id=\"mail-error\"");
        typed.put("mail", "");
        typed.put("firstName", " ");
        assertThat(browser.submit("/contacts/new", "/contacts/new", typed).body())
                .contains("id=\"firstName-error\">First name is not valid: it is empty. Correct it and save again.</p>")
                .doesNotContain("id=\"mail-error\"");
    }

    @Test
    void keepsTheLanguageOfEMailsToAContact() {
        Company company = createCompany.create("Company " + unique);
        Map<String, String> typed = new HashMap<>(contact("c-" + unique, company, "c@acme.example"));
        typed.put("language", "de");
        browser.submit("/contacts/new", "/contacts/new", typed);
        assertThat(directory.contact("c-" + unique).orElseThrow().language()).isEqualTo(Locale.GERMAN);

        String page = "/contacts/c-" + unique;
        assertThat(browser.get(page).body()).contains("selected=\"selected\">Deutsch</option>");
        typed.put("language", "");
        browser.submit(page, page, typed);
        assertThat(directory.contact("c-" + unique).orElseThrow().language()).isNull();
    }

    @Test
    void refusesAMailAddressWithALineBreak() {
        Company company = createCompany.create("Company " + unique);
        HttpResponse<String> response = browser.submit(
                "/contacts/new", "/contacts/new", contact("c-" + unique, company, "a@b.example\r\nBcc: x@y.example"));

        assertThat(response.body())
                .contains("&quot;a@b.example  Bcc: x@y.example&quot; is not an e-mail address."
                        + " Enter one address such as name@example.com.");
        assertThat(users.find("c-" + unique)).isEmpty();
    }

    @Test
    void showsWhatPeopleTypedAsTextOnly() {
        createCompany.create("<script>alert(1)</script> ${7*7} " + unique);

        assertThat(browser.get("/companies").body())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; ${7*7} " + unique)
                .doesNotContain("<script>");
    }

    @Test
    void savesTheProviderRecordAndRefusesOtherCharacters() {
        assertThat(browser.submit("/provider-record", "/provider-record", Map.of("name", "not valid!"))
                        .body())
                .contains("The provider name &quot;not valid!&quot; has characters that are not allowed."
                        + " Use letters, digits and dashes only.");

        browser.submit("/provider-record", "/provider-record", Map.of("name", "my-provider"));
        assertThat(directory.providerRecord()).contains(new ProviderRecord("my-provider"));
    }

    @Test
    void isClosedToContacts() {
        Company company = createCompany.create("Company " + unique);
        TestUsers.contact(createContact, users, new Person("c-" + unique, "Con", "Tact", ""), company.id());
        TestBrowser contact = new TestBrowser(port);
        contact.logIn("c-" + unique, TestUsers.PASSWORD);

        assertThat(contact.get("/companies").statusCode()).isEqualTo(403);
        assertThat(contact.get("/companies").body())
                .contains("You may not do this.", "Log in as a user with the role for it, or ask an admin.");
        assertThat(contact.get("/contacts/new").statusCode()).isEqualTo(403);
        assertThat(contact.get("/provider-record").statusCode()).isEqualTo(403);
        assertThat(contact.get("/").body())
                .contains("There is no registration with you as the contact.")
                .doesNotContain("/companies", "Tasklist");
    }

    @Test
    void doesNotLetAClerkTakeOverAnAdminWhoIsAContactToo() {
        Company company = createCompany.create("Company " + unique);
        TestUsers.contact(createContact, users, new Person("c-" + unique, "Con", "Tact", ""), company.id());
        jdbc.sql("insert into act_id_membership (user_id_, group_id_) values (:user, 'admin')")
                .param("user", "c-" + unique)
                .update();
        grants.grant("c-" + unique, List.of("admin"));

        String page = "/contacts/c-" + unique;
        String refusal = "is not only a contact, but has other roles on this instance.";
        assertThat(browser.submit(page, page + "/link", Map.of()).body()).contains(refusal);
        assertThat(browser.submit(page, page, contact("", company, "clerk@acme.example"))
                        .body())
                .contains(refusal);
        assertThat(users.find("c-" + unique).orElseThrow().mail()).isEmpty();
    }

    @Test
    void doesNotLetAClerkChangeWhereLinksGoOnceThereIsAPassword() {
        Company company = createCompany.create("Company " + unique);
        String user = "c-" + unique;
        createContact.create(new Person(user, "Con", "Tact", "mistyped@acme.example"), company.id());
        String page = "/contacts/" + user;
        browser.submit(page, page, contact("", company, "right@acme.example"));
        assertThat(directory.contact(user).orElseThrow().mail()).isEqualTo("right@acme.example");

        users.changePassword(user, users.hash(TestUsers.PASSWORD));
        assertThat(browser.submit(page, page, contact("", company, "clerk@acme.example"))
                        .body())
                .contains(
                        "id=\"mail-error\"",
                        "only an admin changes it. Ask an admin to change the address under Users.");
        assertThat(directory.contact(user).orElseThrow().mail()).isEqualTo("right@acme.example");
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
        browser.submit(page, page, contact("", company, "new@acme.example"));
        assertThat(directory.contact(user).orElseThrow().mail()).isEqualTo("new@acme.example");
    }

    @Test
    void refusesNamesThatLookLikeOthers() {
        Company company = createCompany.create("Company " + unique);
        Map<String, String> typed = new HashMap<>(contact("c-" + unique, company, ""));
        for (String invisible : List.of("\u202E", "\u200B", "\u2066", "\uFEFF")) {
            typed.put("firstName", "Car" + invisible + "la");
            assertThat(browser.submit("/contacts/new", "/contacts/new", typed).body())
                    .contains("First name is not valid: it has an invisible character");
        }
        typed.put("firstName", "Ju\u0308rgen");
        browser.submit("/contacts/new", "/contacts/new", typed);
        assertThat(users.person("c-" + unique).orElseThrow().firstName()).isEqualTo("J\u00FCrgen");
    }

    @Test
    void answersAnUnknownCompanyWithAPageThatHelps() {
        HttpResponse<String> response = browser.get("/companies/CMP9999999");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body())
                .contains("There is no company with the id CMP9999999.", "Choose a company from the list.", "SX-1101");
    }

    @Test
    void asksToRenameCompaniesOfEarlierVersionsThatHaveTheSameName() {
        for (String company : new String[] {"Twin" + unique, "TWIN" + unique}) {
            jdbc.sql("insert into company (id, name, name_key, active) values (?, ?, ?, true)")
                    .params("X" + Math.abs(company.hashCode() % 1_000_000), company, "key of " + company)
                    .update();
        }
        assertThat(browser.get("/companies").body())
                .contains("These companies have the same name to people: ", "Rename all but one.");
    }

    @Test
    void changesTheOwnPassword() {
        String user = "p-" + unique;
        users.create(user, "Pat", "Password", "", users.hash(TestUsers.PASSWORD), java.util.Set.of(Role.CONTACT));
        browser = new TestBrowser(port);
        browser.logIn(user, TestUsers.PASSWORD);
        TestBrowser elsewhere = new TestBrowser(port);
        elsewhere.logIn(user, TestUsers.PASSWORD);
        String page = "/account/password";
        Map<String, String> right = Map.of(
                "current", TestUsers.PASSWORD, "chosen", "a new long password", "repeated", "a new long password");

        assertThat(browser.submit(
                                page,
                                page,
                                Map.of(
                                        "current",
                                        "wrong",
                                        "chosen",
                                        "a new long password",
                                        "repeated",
                                        "a new long password"))
                        .body())
                .contains("The current password is not right.");
        assertThat(browser.submit(page, page, right).body()).contains("The new password is set.");
        assertThat(users.authenticate(user, "a new long password")).isPresent();
        assertThat(browser.get(page).body()).contains("Current password");
        assertThat(elsewhere.get(page).headers().firstValue("Location").orElse(""))
                .endsWith("/login");
    }

    private Company companyNamed(String name) {
        return directory.companies().stream()
                .filter(company -> company.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> contact(String user, Company company, String mail) {
        return Map.of(
                "userId", user, "company", company.id(), "firstName", "Carla", "lastName", "Contact", "mail", mail);
    }
}
