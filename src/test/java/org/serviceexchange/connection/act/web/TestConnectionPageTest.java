package org.serviceexchange.connection.act.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.api.ApiRecords;
import org.serviceexchange.api.ApiTest;
import org.serviceexchange.journal.Journal;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** "Test connection" on the pages of both sides. */
@ApiTest
class TestConnectionPageTest {

    @LocalServerPort
    int port;

    @Autowired
    ApiRecords records;

    @Autowired
    Journal journal;

    private TestBrowser browser;

    @BeforeEach
    void connections() {
        records.clear();
        records.liveConsumer("REG0009301", "CCN0009301");
        records.liveProvider("REG0002301", "PCN0009301");
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
    }

    @AfterEach
    void clear() {
        records.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "/connections/CCN0009302,/consumer-connections/CCN0009302",
        "/consumer-connections/PCN0009302,/connections/PCN0009302"
    })
    void leadsToThePageOfTheSideThatHasTheNumber(String asked, String page) {
        records.clear();
        records.liveConsumer("REG0009302", "CCN0009302");
        records.liveProvider("REG0002302", "PCN0009302");
        assertThat(browser.submit(asked + "/test", asked + "/test", Map.of())
                        .headers()
                        .firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith(page));
    }

    @ParameterizedTest
    @CsvSource({"/consumer-connections/CCN0009301,REG0009301", "/connections/PCN0009301,PCN0009301"})
    void asksSaysWhatWasFoundAndKeepsIt(String page, String subject) {
        Document shown = Jsoup.parse(browser.get(page).body());
        assertThat(shown.select("#test").attr("href")).isEqualTo(page + "/test");
        assertThat(Jsoup.parse(browser.get(page + "/test").body()).select("h1").text())
                .startsWith("Test the connection ");

        var answer = browser.submit(page + "/test", page + "/test", Map.of());

        String said = Jsoup.parse(
                        answer.statusCode() == 200
                                ? answer.body()
                                : browser.get(page).body())
                .select("[aria-labelledby=acts-title] [role=status]")
                .text();
        assertThat(said).startsWith("Tested the connection: the other side did not answer (code SX-");
        assertThat(journal.entries(subject))
                .filteredOn(entry -> entry.text().equals(said))
                .singleElement()
                .satisfies(entry -> assertThat(entry.author().actor()).isEqualTo(TestUsers.ADMIN));
    }
}
