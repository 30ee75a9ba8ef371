package org.serviceexchange.notice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.TestUsers;
import org.serviceexchange.notice.NoticeChoices;
import org.serviceexchange.notice.NoticeEvent;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeOutbox;
import org.serviceexchange.notice.NoticeRecipient;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@InstanceTest
class NoticesPageTest {

    @LocalServerPort
    int port;

    @Autowired
    NoticeChoices choices;

    @Autowired
    NoticeOutbox outbox;

    @Autowired
    TransactionTemplate transaction;

    private TestBrowser browser;

    @BeforeEach
    void logIn() {
        browser = new TestBrowser(port);
        browser.logIn(TestUsers.ADMIN, TestUsers.PASSWORD);
    }

    @Test
    void offersEverythingAndKeepsWhatIsChosen() {
        Document first = page();
        assertThat(first.select("input[name=wanted]").eachAttr("value"))
                .containsExactlyElementsOf(java.util.Arrays.stream(NoticeKind.values())
                        .map(Enum::name)
                        .toList());
        assertThat(first.select("input[name=wanted][checked]")).hasSize(NoticeKind.values().length);
        assertThat(first.text()).contains("This instance has no mail server").doesNotContain("??");

        browser.submit("/notices", "/notices", Map.of("wanted", "DECLINED", "language", "de"));
        Document saved = page();
        assertThat(saved.select("[role=status]").text()).isEqualTo("Saved.");
        assertThat(saved.select("input[name=wanted][checked]").eachAttr("value"))
                .containsExactly("DECLINED");
        assertThat(saved.select("option[selected]").attr("value")).isEqualTo("de");
        assertThat(choices.of(TestUsers.ADMIN).wants(NoticeKind.DOWN)).isFalse();
        browser.submit("/notices", "/notices", Map.of());
        assertThat(page().select("input[name=wanted][checked]")).isEmpty();
    }

    @Test
    void showsWhatWasGivenUpAndTriesItAgain() {
        NoticeEvent event = new NoticeEvent(
                NoticeKind.ENDED, "REG0001001", "", LocalizedMessage.of("provider.note.expired"), Instant.now());
        NoticeRecipient team = NoticeRecipient.of("mail:team@provider.example");
        transaction.executeWithoutResult(status -> outbox.addLines(event, Set.of(team)));
        Instant later = Instant.now().plusSeconds(5).truncatedTo(ChronoUnit.MICROS);
        List<Long> ids = outbox.take(team, later, later.plusSeconds(600)).stream()
                .map(line -> line.id())
                .toList();
        Problem why = new Problem(ProblemCode.MAIL_NOT_TAKEN, "smtp.example.com", "550 no");
        outbox.failed(ids, null, later, why.finding());
        Element line = page().selectFirst("#undelivered tbody tr");
        assertThat(line.text())
                .contains("REG0001001", "team@provider.example", "Nobody used the link in time.", "550 no");
        assertThat(line.select("th a").attr("href")).isEqualTo("/registrations/REG0001001");

        browser.submit("/notices", "/notices/retry", Map.of());
        assertThat(page().select("#undelivered")).isEmpty();
        assertThat(outbox.ready(Instant.now().plusSeconds(5), Instant.now().plusSeconds(60), 99))
                .contains(team);
        outbox.drop(team);
    }

    private Document page() {
        return Jsoup.parse(browser.get("/notices").body());
    }
}
