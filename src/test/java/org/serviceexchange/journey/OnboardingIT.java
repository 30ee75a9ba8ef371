package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two instances from the packaged jar with a mail server, from Tasklist to Closed Complete. */
class OnboardingIT {

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
        if (pair != null) {
            pair.close();
        }
        mailbox.close();
    }

    @Test
    void leadsFromTasklistOverTheEmailToClosedComplete() throws IOException, InterruptedException, MessagingException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        ContactPerson contact = new ContactPerson(pair);

        String number =
                admin.register("Boxeo Demo", "abel.tuter", pair.consumer().address());
        URI link = mailbox.awaitLink("abel.tuter@example.com");
        assertThat(link).hasAuthority(pair.consumer().address().getAuthority());
        contact.goAllTheWay(link, "abel.tuter", "demo-contact-1");
        contact.awaitState("Onboarded");
        admin.awaitState(number, "Closed Complete");

        assertThat(contact.connection().text()).contains("The connection is active in both directions.");
        assertThat(admin.registration(number).has("#link")).isFalse();
    }

    @Test
    void rotatesTheKeysFromEitherSide() throws IOException, InterruptedException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Rotation Ltd", "rotation.contact");
        String number = admin.register(
                "Rotation Ltd", "rotation.contact", pair.consumer().address());
        ContactPerson contact = new ContactPerson(pair);
        contact.goAllTheWay(admin.awaitLink(number), "rotation.contact", ProviderAdmin.CONTACT_PASSWORD);
        contact.awaitState("Onboarded");
        admin.awaitState(number, "Closed Complete");

        String first = keysInUse(contact.page());
        assertThat(keysInUse(admin.registration(number))).isEqualTo(first);
        Page asked = contact.page().follow("Rotate keys now").press("Rotate keys now", Map.of());
        assertThat(asked.text()).contains("New keys are being agreed with the other side.");
        Await.until(
                "the consumer's rotation is over",
                () -> !keysInUse(contact.page()).equals(first));
        String second = keysInUse(contact.page());
        Await.until(
                "the provider uses them too",
                () -> keysInUse(admin.registration(number)).equals(second));

        admin.registration(number).follow("Rotate keys now").press("Rotate keys now", Map.of());
        Await.until(
                "the provider's rotation is over",
                () -> !keysInUse(contact.page()).equals(second));
        String third = keysInUse(contact.page());
        Await.until(
                "the provider uses them too",
                () -> keysInUse(admin.registration(number)).equals(third));
        assertThat(admin.registration(number).text())
                .contains("Asked the other side for new keys in place of " + second);
        assertThat(contact.page().text()).contains("The other side asks for new keys in place of " + second);
        assertThat(third).isNotIn(first, second);
        testsTheConnectionFromTheCommandLine(admin, number, third);
    }

    private static void testsTheConnectionFromTheCommandLine(ProviderAdmin admin, String number, String keyId)
            throws IOException, InterruptedException {
        JarCommand command = new JarCommand(pair.provider(), admin.token("command-line", "OPERATE"));
        String connection = command.run("connections", "list")
                .lines()
                .filter(line -> line.contains(number))
                .map(line -> line.substring(0, line.indexOf(' ')))
                .findFirst()
                .orElseThrow();
        assertThat(command.run("connections", "test", connection))
                .contains("outbound.unanswered", keyId)
                .endsWith("exit 0");
        assertThat(command.run("wait-for-state", number, "CLOSED_COMPLETE", "--timeout=60"))
                .endsWith("exit 0");
        assertThat(admin.registration(number).text()).contains("Tested the connection: the other side answered in");
    }

    static String keysInUse(Page page) {
        return page.document().select("tr:has(td:containsOwn(In use)) code").text();
    }

    @Test
    void costsNoMoreThanItMay() throws IOException, InterruptedException, MessagingException {
        ProviderAdmin admin = new ProviderAdmin(pair.provider());
        admin.company("Frugal Ltd", "frugal.contact");
        Meter provider = new Meter(pair.provider(), "provider.admin", "demo-provider-1");
        Meter consumer = new Meter(pair.consumer(), "abel.tuter", "demo-consumer-1");
        ContactPerson contact = new ContactPerson(pair, () -> {
            consumer.awaitQuiet();
            provider.awaitQuiet();
        });
        provider.awaitQuiet();
        Cost providerBefore = provider.cost();
        Cost consumerBefore = consumer.cost();

        String number =
                admin.register("Frugal Ltd", "frugal.contact", pair.consumer().address());
        URI link = mailbox.awaitLink("frugal.contact@example.com");
        contact.goAllTheWay(link, "frugal.contact", ProviderAdmin.CONTACT_PASSWORD);
        contact.awaitState("Onboarded");
        admin.awaitState(number, "Closed Complete");

        Cost providerAfter = provider.cost();
        Cost consumerAfter = consumer.cost();
        var providerSpent = providerAfter.since(providerBefore, provider.idle());
        var consumerSpent = consumerAfter.since(consumerBefore, consumer.idle());
        providerSpent.put("heap after GC, MB", provider.heap());
        consumerSpent.put("heap after GC, MB", consumer.heap());
        Bill.present(providerSpent, consumerSpent);
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
                .contains("You are logged in as wrong.user, but this registration is for C*** T*** (r***@example.com).")
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
        Await.until("there is a new link", () -> !admin.awaitLink(number).equals(old));
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
            admin.checkKeyManagement();
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
        Await.until("the provider is dead", () -> !pair.provider().alive());

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
