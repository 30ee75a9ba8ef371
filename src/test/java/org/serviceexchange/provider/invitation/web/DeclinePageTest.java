package org.serviceexchange.provider.invitation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestBrowser;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.JournalEntry;
import org.serviceexchange.provider.KeptRegistrations;
import org.serviceexchange.provider.KeptRegistrations.Kept;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.invitation.DeclineInvitation;
import org.serviceexchange.provider.invitation.RegistrationLinks;
import org.serviceexchange.provider.registration.Decision;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody who has the link declines without logging in. */
@InstanceTest
class DeclinePageTest {

    private static final String PAGE = "/decline/question";

    @LocalServerPort
    int port;

    @Autowired
    KeptRegistrations kept;

    @Autowired
    RegistrationLinks links;

    @Autowired
    Registrations registrations;

    @Autowired
    Journal journal;

    private Kept open;
    private TestBrowser browser;

    @BeforeEach
    void openRegistration() {
        open = openOne();
        browser = new TestBrowser(port);
    }

    @Test
    void declinesWithAReasonOnceAndTheLinkIsDead() {
        HttpResponse<String> opened = browser.get("/decline?secret=" + open.secret());
        assertThat(location(opened)).endsWith(PAGE);
        assertThat(opened.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(registrations.find(open.number()).orElseThrow().isOpen()).isTrue();
        Document page = Jsoup.parse(browser.get(PAGE).body());
        assertThat(page.select("form#decline").text())
                .contains("(registration " + open.number() + ")", "Reason (optional)");
        assertThat(page.select("form#decline a").attr("href"))
                .startsWith("https://" + open.contact() + ".example.com/connect?")
                .contains("secret=" + open.secret());

        HttpResponse<String> done = decline(open.number(), " We use another service. ");
        assertThat(location(done)).endsWith("/decline/done");
        assertThat(browser.get("/decline/done").body()).contains("The invitation is declined", "The provider is told.");
        Registration registration = registrations.find(open.number()).orElseThrow();
        assertThat(registration.snapshot().label().inDefault()).isEqualTo("Closed Incomplete: declined");
        assertThat(journal.entries(open.number())).last().satisfies(DeclinePageTest::saysThatNobodyIsKnown);
        assertThat(browser.cookie("test-instance-decline")).isEmpty();

        browser.get("/decline?secret=" + open.secret());
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
    }

    private static void saysThatNobodyIsKnown(JournalEntry entry) {
        assertThat(entry.author()).isEqualTo(Author.SYSTEM);
        assertThat(entry.message().inDefault())
                .isEqualTo("Somebody who has the link declined. The person did not log in and is not known."
                        + " Reason given: We use another service.");
    }

    @Test
    void needsNoReasonAndTakesNoneThatCannotBeShown() {
        browser.get("/decline?secret=" + open.secret());
        HttpResponse<String> refused = decline(open.number(), "x".repeat(501));
        assertThat(Jsoup.parse(refused.body()).select("#reason-error").text()).contains("500");
        assertThat(registrations.find(open.number()).orElseThrow().isOpen()).isTrue();
        assertThat(location(decline(open.number(), ""))).endsWith("/decline/done");
        assertThat(journal.entries(open.number()).get(0).message().inDefault())
                .isEqualTo("Somebody who has the link declined. The person did not log in and is not known.");
    }

    @Test
    void declinesWhatTheFormShows() {
        browser.get("/decline?secret=" + open.secret());
        Kept other = openOne();
        browser.get("/decline?secret=" + other.secret());
        assertThat(location(decline(open.number(), ""))).endsWith(PAGE);
        assertThat(registrations.find(open.number()).orElseThrow().isOpen()).isTrue();
        assertThat(registrations.find(other.number()).orElseThrow().isOpen()).isTrue();
    }

    @Guarantee(
            of = DeclineInvitation.class,
            says = "Who does not know the secret of the link in force cannot decline, and learns nothing.")
    @Test
    void refusesEveryOtherSecretAlike() {
        for (String secret : new String[] {"", "x", "S".repeat(43)}) {
            TestBrowser stranger = new TestBrowser(port);
            HttpResponse<String> opened = stranger.get("/decline?secret=" + secret);
            String page = (opened.statusCode() == 302 ? stranger.get(PAGE) : opened).body();
            assertThat(page).contains("SX-2201").doesNotContain(open.number());
        }
        kept.change(
                open.number(),
                registration -> registration.renewLink(new Link(
                        links.hashOf("another"),
                        registration.link().orElseThrow().sealedSecret(),
                        TestRegistrations.EXPIRY)));
        browser.get("/decline?secret=" + open.secret());
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
    }

    @Guarantee(
            of = DeclineInvitation.class,
            says = "Who knows nothing but the link cannot end what the contact consented to.")
    @Test
    void doesNotOverruleTheContactWhoConsented() {
        kept.change(open.number(), registration -> {
            Decision contact =
                    new Decision(open.contact(), registration.request().at());
            registration.claimed(
                    TestRegistrations.claim("thumbprint-" + open.number()),
                    registration.request().consumerUrl(),
                    registration.request().at());
            registration.contactMatched(contact);
            registration.consented(contact);
        });
        browser.get("/decline?secret=" + open.secret());
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(decline(open.number(), "").statusCode()).isEqualTo(403);
        assertThat(registrations.find(open.number()).orElseThrow().isOpen()).isTrue();
    }

    private HttpResponse<String> decline(String number, String reason) {
        return browser.submit("/login", PAGE, Map.of("number", number, "reason", reason));
    }

    /** Registered under the keyed hash of its secret, as a link that was sent is. */
    private Kept openOne() {
        Kept one = kept.open();
        kept.change(one.number(), registration -> {
            Link link = registration.link().orElseThrow();
            registration.renewLink(new Link(links.hashOf(one.secret()), link.sealedSecret(), link.expiresAt()));
        });
        return one;
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("none");
    }
}
