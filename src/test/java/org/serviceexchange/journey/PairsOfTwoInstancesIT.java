package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The pairs of states in which both sides once waited for each other for ever, between two instances from the packaged jar:
 * nobody helps, and soon both believe the same.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PairsOfTwoInstancesIT {

    private static final String PROBES = "/sx/v1/probes";
    /** Instances are killed: what they had begun is soon taken up. */
    private static final String[] OFTEN = {
        "--service-exchange.heartbeat.pause=2s", "--camunda.bpm.job-execution.lock-time-in-millis=3000"
    };

    private static Pair pair;
    private static ProviderAdmin admin;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        pair = Pair.start(Folders.fresh("pairs"), OFTEN, OFTEN);
        admin = new ProviderAdmin(pair.provider());
    }

    @AfterAll
    static void stop() throws IOException {
        if (pair != null) {
            pair.close();
        }
    }

    /** A registration and its contact, each story with a company of its own. */
    private record Story(String number, URI link, ContactPerson contact, String user) {

        static Story of(String name) throws IOException, InterruptedException {
            String user = name.toLowerCase(Locale.ROOT) + ".contact";
            admin.company(name, user);
            String number = admin.register(name, user, pair.consumer().address());
            Story story = new Story(number, admin.awaitLink(number), new ContactPerson(pair), user);
            story.contact().begin(story.link());
            story.contact().connectToProvider();
            return story;
        }

        void consent() throws IOException, InterruptedException {
            contact.allow(contact.logInAtProvider(contact.authenticate(), user, ProviderAdmin.CONTACT_PASSWORD));
        }

        void cancelAtProvider() throws IOException, InterruptedException {
            Await.until(
                    "no step runs at the same moment",
                    () -> !admin.open("/registrations/" + number + "/cancel")
                            .press("Cancel registration", Map.of())
                            .text()
                            .contains("SX-9008"));
        }

        void cancelAtConsumer() throws IOException, InterruptedException {
            contact.page().follow("Cancel this connection").press("Cancel the connection", Map.of());
        }

        void bothClosed() {
            admin.awaitState(number, "Closed Incomplete");
            contact.awaitState("Closed Incomplete");
        }

        void itIsTheProvidersTurn() {
            Await.until(
                    "the provider knows",
                    () -> admin.registration(number)
                            .text()
                            .contains("The consumer ended its connection before it was complete."));
            admin.awaitState(number, "Open");
        }

        URI newestLink() {
            Await.until("there is a new link", () -> !admin.awaitLink(number).equals(link));
            return admin.awaitLink(number);
        }

        void bothConnected(ContactPerson person) {
            person.awaitState("Onboarded");
            admin.awaitState(number, "Closed Complete");
        }
    }

    @Test
    @Order(1)
    void providerCancelsBeforeConsent() throws IOException, InterruptedException {
        Story story = Story.of("Early");
        story.cancelAtProvider();
        story.bothClosed();
    }

    @Test
    @Order(2)
    void providerSendsANewLinkBeforeConsent() throws IOException, InterruptedException {
        Story story = Story.of("Resent");
        admin.resend(story.number());
        Await.until("the consumer knows", () -> story.contact().page().text().contains("the link was replaced"));
        story.contact().begin(story.newestLink());
        Await.until(
                "the new link is claimed by itself, for the company that was chosen before",
                () -> admin.registration(story.number()).text().split("Claimed by the consumer instance", -1).length
                        == 3);
        Await.until(
                "the contact can log in at the provider",
                () -> story.contact().connection().has("a[href$=/authenticate]"));
        story.consent();
        story.bothConnected(story.contact());
    }

    @Test
    @Order(3)
    void consumerCancelsBeforeConsent() throws IOException, InterruptedException {
        Story story = Story.of("Leaving");
        story.cancelAtConsumer();
        story.itIsTheProvidersTurn();
    }

    @Test
    @Order(4)
    void consumerCancelsAfterKeysWereAgreed() throws IOException, InterruptedException {
        Story story = Story.of("Parting");
        pair.provider().wire().loseRequest(PROBES, PairsOfTwoInstancesIT::killProvider);
        story.consent();
        Await.until("the provider is dead", () -> !pair.provider().alive());
        story.cancelAtConsumer();
        backAtProvider();
        story.itIsTheProvidersTurn();
    }

    @Test
    @Order(5)
    void providerCancelsBeforeTheFirstProbe() throws IOException, InterruptedException {
        Story story = Story.of("Unproved");
        killedAfterAgreement(story);
        story.cancelAtProvider();
        backAtConsumer();
        story.contact().logIn();
        story.bothClosed();
    }

    @Test
    @Order(6)
    void providerSendsANewLinkAfterKeysWereAgreed() throws IOException, InterruptedException {
        Story story = Story.of("Replaced");
        killedAfterAgreement(story);
        admin.resend(story.number());
        backAtConsumer();
        story.contact().logIn();
        story.contact().awaitState("Closed Incomplete");
        ContactPerson again = new ContactPerson(pair);
        again.goAllTheWay(story.newestLink(), story.user(), ProviderAdmin.CONTACT_PASSWORD);
        story.bothConnected(again);
    }

    @Test
    @Order(7)
    void providerCancelsAfterTheConsumersProbeBeforeItsOwn() throws IOException, InterruptedException {
        Story story = Story.of("Between");
        pair.provider().wire().loseAnswer(PROBES, PairsOfTwoInstancesIT::killConsumer);
        story.consent();
        Await.until("the consumer is dead", () -> !pair.consumer().alive());
        story.cancelAtProvider();
        backAtConsumer();
        story.contact().logIn();
        story.bothClosed();
    }

    @Test
    @Order(8)
    void consumerIsRestoredAndKnowsNothing() throws IOException, InterruptedException {
        Path backup = Folders.fresh("pairs-backup");
        pair.consumer().stop();
        copy(pair.consumer().home(), backup);
        backAtConsumer();
        Story story = Story.of("Restored");
        story.consent();
        story.bothConnected(story.contact());

        pair.consumer().stop();
        copy(backup, pair.consumer().home());
        backAtConsumer();
        Await.until(
                "the provider knows",
                () -> admin.registration(story.number()).text().contains("lost at the consumer"));
        assertThat(admin.state(story.number())).startsWith("Closed Complete");
    }

    /** The consumer dies while it sends its first probe, which the provider never sees. */
    private static void killedAfterAgreement(Story story) throws IOException, InterruptedException {
        pair.provider().wire().loseRequest(PROBES, PairsOfTwoInstancesIT::killConsumer);
        story.consent();
        Await.until("the consumer is dead", () -> !pair.consumer().alive());
    }

    private static void killConsumer() {
        kill(pair.consumer());
    }

    private static void killProvider() {
        kill(pair.provider());
    }

    private static void kill(Instance instance) {
        try {
            instance.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void backAtConsumer() throws IOException {
        pair.consumer().restart(OFTEN);
    }

    private static void backAtProvider() throws IOException, InterruptedException {
        pair.provider().restart(OFTEN);
        admin.logIn();
    }

    /** Every file but the log. */
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("log.txt"))
                    .forEach(file -> copyOne(file, to.resolve(from.relativize(file))));
        }
    }

    private static void copyOne(Path file, Path to) {
        try {
            Files.createDirectories(to.getParent());
            Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
