package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of records that another program changed by SQL. */
@InstanceTest
class AlteredRecordsPageTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CreateCompany createCompany;

    @Autowired
    private CreateContact createContact;

    @Autowired
    private Users users;

    @Autowired
    private JdbcClient jdbc;

    private final String unique = UUID.randomUUID().toString();
    private final String contact = "a-" + unique;
    private TestBrowser browser;
    private Company company;

    @BeforeEach
    void logIn() {
        company = createCompany.create("Altered " + unique);
        TestUsers.contact(
                createContact, users, new Person(contact, "Al", "Tered", "al@altered.example"), company.id());
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
    }

    @Test
    void refusesTheRecordAndShowsTheOthers() {
        String altered = registration("https://one-" + unique + ".example.com");
        String other = registration("https://two-" + unique + ".example.com");
        edit("update consumer_registration set requested_by = 'eve' where number = ?", altered);
        try {
            HttpResponse<String> page = browser.get("/registrations/" + altered);
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.body()).contains("SX-4012", "is not as this application wrote it");
            assertThat(browser.get("/registrations/" + other).statusCode()).isEqualTo(200);
        } finally {
            edit("update consumer_registration set requested_by = '" + TestUsers.CLERK + "' where number = ?", altered);
        }
        assertThat(browser.get("/registrations/" + altered).statusCode()).isEqualTo(200);
    }

    @Test
    void saysAboveAJournalThatItWasAltered() {
        String number = registration("https://journal-" + unique + ".example.com");
        assertThat(alert(number)).isEmpty();
        edit("update journal_entry set author = author || 'x' where entry_number = 1 and subject = ?", number);
        try {
            assertThat(alert(number))
                    .startsWith("The journal of " + number + " was changed outside this application, at entry 1.");
        } finally {
            edit(
                    "update journal_entry set author = substring(author from 1 for char_length(author) - 1)"
                            + " where entry_number = 1 and subject = ?",
                    number);
        }
        assertThat(alert(number)).isEmpty();
    }

    @Test
    void givesNoRoleForAMembershipThatAnotherProgramWrote() {
        edit("insert into act_id_membership (user_id_, group_id_) values (?, 'admin')", contact);
        try {
            assertThat(users.authenticate(contact, TestUsers.PASSWORD).map(User::roles))
                    .hasValueSatisfying(roles -> assertThat(roles).doesNotContain(Role.ADMIN));
            assertThat(users.has(contact, Role.ADMIN)).isFalse();
        } finally {
            edit("delete from act_id_membership where group_id_ = 'admin' and user_id_ = ?", contact);
        }
    }

    @Test
    void letsNoContactInWhoseRecordWasAltered() {
        Company other = createCompany.create("Other " + unique);
        edit("update contact set company_id = '" + other.id() + "' where user_id = ?", contact);
        try {
            assertThat(users.authenticate(contact, TestUsers.PASSWORD)).isEqualTo(Optional.empty());
        } finally {
            edit("update contact set company_id = '" + company.id() + "' where user_id = ?", contact);
        }
        assertThat(users.authenticate(contact, TestUsers.PASSWORD)).isPresent();
    }

    private String alert(String number) {
        Document page = Jsoup.parse(browser.get("/registrations/" + number).body());
        return page.select("[data-live=journal] [role=alert]").text();
    }

    private String registration(String url) {
        String page = browser.submit(
                        "/registrations/new",
                        "/registrations/new",
                        Map.of("company", company.id(), "contact", contact, "url", url))
                .headers()
                .firstValue("Location")
                .orElse("none");
        return page.substring(page.lastIndexOf('/') + 1);
    }

    private void edit(String sql, String key) {
        assertThat(jdbc.sql(sql).param(key).update()).isEqualTo(1);
    }
}
