package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two instances from the packaged jar, with a mail server, from Tasklist to Closed Complete. */
class OnboardingIT {

    private static final Logger LOG = LoggerFactory.getLogger(OnboardingIT.class);

    private static Mailbox mailbox;
    private static Pair pair;

    @BeforeAll
    static void start() throws IOException {
        mailbox = new Mailbox();
        String[] settings = {
            "--service-exchange.kmf.health-max-age=1s", "--service-exchange.provider.recheck-interval=2s"
        };
        pair = Pair.start(
                Folders.fresh("onboarding"),
                Stream.of(mailbox.settings(), settings).flatMap(Stream::of).toArray(String[]::new));
    }

    @AfterAll
    static void stop() throws IOException {
        pair.close();
        mailbox.close();
    }

    @Test
    void leadsFromTasklistOverTheEmailToClosedComplete() throws IOException, InterruptedException, MessagingException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        ContactPerson contact = new ContactPerson(pair);
        Cost providerBefore = Cost.of(pair.provider(), "provider.admin", "demo-provider-1");
        Cost consumerBefore = Cost.of(pair.consumer(), "abel.tuter", "demo-consumer-1");

        String number =
                admin.register("Boxeo Demo", "abel.tuter", pair.consumer().address());
        URI link = mailbox.awaitLink("abel.tuter@example.com");
        assertThat(link).hasAuthority(pair.consumer().address().getAuthority());
        contact.goAllTheWay(link, "abel.tuter", "demo-contact-1");
        contact.awaitState("Onboarded");
        admin.awaitState(number, "Closed Complete");

        LOG.info(
                "provider: {}",
                Cost.of(pair.provider(), "provider.admin", "demo-provider-1").since(providerBefore));
        LOG.info(
                "consumer: {}",
                Cost.of(pair.consumer(), "abel.tuter", "demo-consumer-1").since(consumerBefore));
        assertThat(contact.connection().text()).contains("The connection is active in both directions.");
        assertThat(admin.registration(number).has("#link")).isFalse();
    }

    @Test
    void leavesTheRegistrationUnharmedByTheWrongUserWhoThenSwitchesAccount() throws IOException, InterruptedException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Wrong User Ltd", "right.user");
        admin.company("Elsewhere Ltd", "wrong.user");
        String number =
                admin.register("Wrong User Ltd", "right.user", pair.consumer().address());
        ContactPerson contact = new ContactPerson(pair);
        contact.begin(admin.awaitLink(number));
        contact.connectToProvider();

        Page refused = contact.logInAtProvider(contact.authenticate(), "wrong.user", ProviderAdmin.CONTACT_PASSWORD);
        assertThat(refused.text())
                .contains("You are logged in as wrong.user, but this registration is for another person")
                .doesNotContain("right.user@example.com");
        assertThat(admin.state(number)).isEqualTo("Open");
        assertThat(admin.registration(number).text()).contains("wrong.user");

        Page login = refused.press("Switch account", Map.of());
        Page consent = contact.logInAtProvider(login, "right.user", ProviderAdmin.CONTACT_PASSWORD);
        contact.allow(consent);
        contact.awaitState("Onboarded");
        admin.awaitState(number, "Closed Complete");
    }

    @Test
    void acceptsOnlyTheNewestLink() throws IOException, InterruptedException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Resend Ltd", "resend.contact");
        String number =
                admin.register("Resend Ltd", "resend.contact", pair.consumer().address());
        URI old = admin.awaitLink(number);
        admin.resend(number);
        Await.until(
                "there is a new link",
                Duration.ofMinutes(1),
                () -> !admin.awaitLink(number).equals(old));
        URI newest = admin.awaitLink(number);

        ContactPerson late = new ContactPerson(pair);
        late.begin(old);
        late.choose();
        late.awaitState("Closed Incomplete");
        assertThat(admin.state(number)).isEqualTo("Open");

        ContactPerson contact = new ContactPerson(pair);
        contact.goAllTheWay(newest, "resend.contact", ProviderAdmin.CONTACT_PASSWORD);
        admin.awaitState(number, "Closed Complete");
    }

    @Test
    void opensARegistrationByItselfOnceKeyManagementIsRepaired() throws IOException, InterruptedException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Unhealthy Ltd", "unhealthy.contact");
        Path keyStore = pair.provider().home().resolve("key-store.bcfks");
        Files.setPosixFilePermissions(keyStore, PosixFilePermissions.fromString("rw-r--r--"));
        try {
            String number = admin.register(
                    "Unhealthy Ltd", "unhealthy.contact", pair.consumer().address());
            admin.awaitState(number, "Validation Failed");
            assertThat(admin.registration(number).text()).contains("SX-2104");
            assertThat(admin.registration(number).has("#link")).isFalse();

            Files.setPosixFilePermissions(keyStore, PosixFilePermissions.fromString("rw-------"));
            admin.awaitState(number, "Open");
            assertThat(admin.registration(number).has("#link")).isTrue();
        } finally {
            Files.setPosixFilePermissions(keyStore, PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void continuesByItselfAfterTheProviderWasKilledInTheMiddleOfTheKeyExchange()
            throws IOException, InterruptedException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Killed Ltd", "killed.contact");
        String number =
                admin.register("Killed Ltd", "killed.contact", pair.consumer().address());
        ContactPerson contact = new ContactPerson(pair);
        contact.begin(admin.awaitLink(number));
        contact.connectToProvider();
        Page consent =
                contact.logInAtProvider(contact.authenticate(), "killed.contact", ProviderAdmin.CONTACT_PASSWORD);
        pair.provider().wire().loseAnswer("/sx/v1/exchanges", OnboardingIT::killProvider);
        contact.allow(consent);
        Await.until(
                "the provider is dead",
                Duration.ofMinutes(1),
                () -> !pair.provider().alive());

        pair.provider().launch();
        pair.provider().awaitHealthy();
        contact.awaitState("Onboarded");
        admin.logIn();
        admin.awaitState(number, "Closed Complete");
    }

    private static void killProvider() {
        try {
            pair.provider().kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
