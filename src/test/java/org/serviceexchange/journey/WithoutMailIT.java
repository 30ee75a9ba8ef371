package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
    private static @Nullable ContactPerson onboarded;
    private static URI usedLink = URI.create("about:blank");

    @BeforeAll
    static void start() throws IOException {
        mailbox = new Mailbox();
        pair = Pair.start(Folders.fresh("without-mail"));
    }

    @AfterAll
    static void stop() throws IOException {
        if (pair != null) {
            pair.close();
        }
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
        onboarded = contact;
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

    /** Everything between the two goes to the new address from then on, such as the messages of a rotation. */
    @Test
    @Order(3)
    void theConsumerFollowsTheProviderToAnotherAddress() throws IOException, InterruptedException {
        ContactPerson contact = Objects.requireNonNull(onboarded);
        String former = pair.provider().address().toString();
        pair.provider().moveTo("127.0.0.1");
        String moved = pair.provider().address().toString();
        Await.until(
                "the consumer knows the new address",
                () -> contact.page().document().select("#peer-address").text().equals(moved));
        assertThat(contact.page().document().select("#former-address").text()).startsWith(former);
        assertThat(contact.page().text())
                .contains("The partner moved from " + former + " to " + moved + ". It proved the new address");

        String keys = OnboardingIT.keysInUse(contact.page());
        contact.page().follow("Rotate keys now").press("Rotate keys now", Map.of());
        Await.until(
                "the keys are rotated",
                () -> !OnboardingIT.keysInUse(contact.page()).equals(keys));
    }

    @Test
    @Order(4)
    void keepsNoSecretInClear() throws IOException {
        pair.provider().stop();
        pair.consumer().stop();
        Set<String> secrets = Secrets.of(usedLink, pair);
        assertThat(secrets).hasSizeGreaterThan(8);
        assertThat(Secrets.found(secrets, pair.provider().home())).isEmpty();
        assertThat(Secrets.found(secrets, pair.consumer().home())).isEmpty();
    }
}
