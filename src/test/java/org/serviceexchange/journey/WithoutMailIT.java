package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances without a mail server; afterwards no secret is found in their files. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WithoutMailIT {

    private static Mailbox mailbox;
    private static Pair pair;
    private static URI usedLink = URI.create("about:blank");

    @BeforeAll
    static void start() throws IOException {
        mailbox = new Mailbox();
        pair = Pair.start(Folders.fresh("without-mail"));
    }

    @AfterAll
    static void stop() throws IOException {
        pair.close();
        mailbox.close();
    }

    @Test
    @Order(1)
    void leadsOverTheWorkNoteToClosedComplete() throws IOException, InterruptedException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        String number =
                admin.register("Boxeo Demo", "abel.tuter", pair.consumer().address());
        usedLink = admin.awaitLink(number);
        Await.until(
                "the work note is written",
                () -> admin.registration(number)
                        .text()
                        .contains("Mail is off on this instance. Copy this link and send it to the contact by a way you"
                                + " trust: " + usedLink));

        ContactPerson contact = new ContactPerson(pair);
        contact.goAllTheWay(usedLink, "abel.tuter", "demo-contact-1");
        contact.awaitState("Onboarded");
        admin.awaitState(number, "Closed Complete");
    }

    @Test
    @Order(2)
    void refusesAnExpiredLink() throws IOException, InterruptedException, MessagingException {
        pair.provider()
                .restart(Stream.concat(
                                Stream.of("--service-exchange.provider.link-life=4s"), Stream.of(mailbox.settings()))
                        .toArray(String[]::new));
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Expired Ltd", "expired.contact");
        String number =
                admin.register("Expired Ltd", "expired.contact", pair.consumer().address());
        URI link = mailbox.awaitLink("expired.contact@example.com"); // the page may be read after the link is gone
        admin.awaitState(number, "Closed Incomplete: expired");

        ContactPerson contact = new ContactPerson(pair);
        contact.begin(link);
        contact.choose();
        contact.awaitState("Closed Incomplete");
    }

    @Test
    @Order(3)
    void keepsNoSecretInClear() throws IOException {
        pair.provider().stop();
        pair.consumer().stop();
        Set<String> secrets = Secrets.of(usedLink, pair);
        assertThat(secrets).hasSizeGreaterThan(8);
        assertThat(Secrets.found(secrets, pair.provider().home())).isEmpty();
        assertThat(Secrets.found(secrets, pair.consumer().home())).isEmpty();
    }
}
