package org.serviceexchange.provider.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
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
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@InstanceTest
class NewRegistrationPageTest {

    private static final String PAGE = "/registrations/new";

    @LocalServerPort
    private int port;

    @Autowired
    private CreateCompany createCompany;

    @Autowired
    private CreateContact createContact;

    @Autowired
    private Registrations registrations;

    @Autowired
    private Users users;

    private final String unique = UUID.randomUUID().toString();
    private Company company;
    private TestBrowser browser;

    @BeforeEach
    void logInAndMakeACompany() {
        company = createCompany.create("New " + unique);
        createContact.create(new Person("n-" + unique, "Nora", "New", "nora@new.example"), company.id());
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.CLERK, TestUsers.PASSWORD);
    }

    @Test
    void isClosedToThoseWhoDoNotAdminister() {
        String id = "c-" + unique;
        users.create(id, "Cara", "Contact", "", users.hash(TestUsers.PASSWORD), Set.of(Role.CONTACT));
        TestBrowser contact = new TestBrowser(port);
        contact.logIn(id, TestUsers.PASSWORD);
        assertThat(contact.get(PAGE).statusCode()).isEqualTo(403);
    }

    @Test
    void showsTheContactsOfTheCompanyInASecondStepWithoutScript() {
        assertThat(document(browser.get(PAGE)).select("#contact option")).hasSize(1);
        HttpResponse<String> second =
                send(Map.of("choose", "company", "company", company.id(), "url", "https://typed"));
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(document(second)
                        .select("#contact option[value=n-" + unique + "]")
                        .text())
                .isEqualTo("Nora New");
        assertThat(document(second).select("#company option[selected]").val()).isEqualTo(company.id());
        assertThat(document(second).select("#url").val()).isEqualTo("https://typed");
    }

    @Test
    void saysThatACompanyHasNoContact() {
        Company empty = createCompany.create("Empty " + unique);
        Document page = document(browser.get(PAGE + "?company=" + empty.id()));
        assertThat(page.select("#contact-hint").text())
                .isEqualTo("This company has no active contact yet. Enter a contact");
        assertThat(page.select("#contact-hint a").attr("href")).isEqualTo("/contacts/new?company=" + empty.id());
    }

    @Test
    void findsACompanyAmongManyByAPartOfItsName() throws IOException {
        for (int one = 0; one < 60; one++) {
            createCompany.create("Many %s %02d".formatted(unique, one));
        }
        Document all = document(browser.get(PAGE + "?company=" + company.id()));
        assertThat(all.select("#company option")).hasSizeLessThanOrEqualTo(52);
        assertThat(all.select("#company option[selected]").val()).isEqualTo(company.id());
        assertThat(all.select("#find-hint").text()).contains("the first", "Type more of the name.");

        Document found = document(send(Map.of("choose", "find", "find", "MANY " + unique + " 07")));
        assertThat(found.select("#company option:not([value=''])").eachText())
                .containsExactly("Many " + unique + " 07");
        assertThat(document(browser.get(PAGE + "?find=no-such-" + unique))
                        .select("#find-hint")
                        .text())
                .isEqualTo("No company has this in its name.");
        assertThat(choices("?find=" + unique + "+59")).hasSize(1);
        assertThat(choices("?find=")).hasSize(CompanyChoices.MOST);
        assertThat(choices("")).as("as forms of earlier versions ask").hasSizeGreaterThan(60);
    }

    private JsonNode choices(String query) throws IOException {
        return new ObjectMapper()
                .readTree(browser.send(browser.request("/registrations/choices" + query)
                                .header("Accept", "application/json")
                                .GET())
                        .body())
                .path("companies");
    }

    @Test
    void startsARegistrationAndShowsIt() {
        HttpResponse<String> response = send(entered("https://" + unique + ".example.com/"));
        String page = response.headers().firstValue("Location").orElse("none");
        assertThat(page).contains("/registrations/REG");
        String number = page.substring(page.lastIndexOf('/') + 1);
        assertThat(registrations.find(number).orElseThrow().request().consumerUrl())
                .isEqualTo("https://" + unique + ".example.com");
        assertThat(registrations.find(number).orElseThrow().request().requestedBy())
                .isEqualTo(TestUsers.CLERK);
        assertThat(browser.get("/registrations/" + number).statusCode()).isEqualTo(200);
    }

    @Test
    void saysBesideTheFieldWhatIsWrongAndKeepsWhatWasTyped() {
        HttpResponse<String> response = send(entered("ftp://consumer"));
        assertThat(response.statusCode()).isEqualTo(422);
        Document page = document(response);
        assertThat(page.select("#url-error").text())
                .endsWith("Plain http is for the demonstration on this machine only.");
        assertThat(page.select("#url").val()).isEqualTo("ftp://consumer");
        assertThat(page.select("#url").attr("aria-invalid")).isEqualTo("true");
        assertThat(page.select("#contact option[selected]").val()).isEqualTo("n-" + unique);
    }

    @Test
    void namesTheRegistrationThatIsInTheWay() {
        String url = "https://twice-" + unique + ".example.com";
        String first = send(entered(url)).headers().firstValue("Location").orElse("none");
        String number = first.substring(first.lastIndexOf('/') + 1);
        HttpResponse<String> second = send(entered(url));
        assertThat(second.statusCode()).isEqualTo(422);
        assertThat(document(second).select("form [role=alert]").text())
                .isEqualTo("The registration was not started. The registration " + number + " for New " + unique
                        + " and " + url + " is still open. Continue with " + number + ", or cancel it first.");
        assertThat(document(second).select("form [role=alert] a").eachAttr("href"))
                .containsExactly("/registrations/" + number, "/registrations/" + number);
    }

    @Test
    void asksForAContactWhenNoneWasChosen() {
        Map<String, String> entered = new HashMap<>(entered("https://" + unique + ".example.com"));
        entered.put("contact", "");
        assertThat(document(send(entered)).select("#contact-error").text())
                .isEqualTo("Choose a contact of this company.");
    }

    @Test
    void refusesAFieldThatTheFormDoesNotHave() {
        Map<String, String> entered = new HashMap<>(entered("https://own-" + unique + ".example.com"));
        entered.put("own[own_purchaseOrder]", "4711");
        HttpResponse<String> response = send(entered);
        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(document(response).select("form [role=alert]").text())
                .isEqualTo(
                        "The registration was not started. The field “own_purchaseOrder” cannot be kept: the start form"
                                + " does not have this field. Correct what you entered there.");
    }

    private Map<String, String> entered(String url) {
        return Map.of("company", company.id(), "contact", "n-" + unique, "url", url);
    }

    private HttpResponse<String> send(Map<String, String> fields) {
        return browser.submit(PAGE, PAGE, fields);
    }

    private static Document document(HttpResponse<String> response) {
        return Jsoup.parse(response.body());
    }
}
