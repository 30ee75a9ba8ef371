package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What {@link Nodes} do together, and what happens while some are away. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class NodesIT {

    private static Nodes nodes;
    private static Pair pair;
    private static List<Instance> providers = List.of();
    private static List<Instance> consumers = List.of();
    private static ProviderAdmin admin;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        nodes = Nodes.start("nodes", null);
        pair = nodes.pair();
        providers = nodes.providers();
        consumers = nodes.consumers();
        admin = new ProviderAdmin(pair.provider());
    }

    @AfterAll
    static void stop() throws IOException {
        if (nodes != null) {
            nodes.close();
        }
    }

    @Test
    @Order(1)
    void serveTheWholeJourneyTogether() throws IOException, InterruptedException {
        String number =
                admin.register("Boxeo Demo", "abel.tuter", pair.consumer().address());
        ContactPerson contact = new ContactPerson(pair);
        contact.goAllTheWay(admin.awaitLink(number), "abel.tuter", "demo-contact-1");
        contact.awaitState("Onboarded");
        admin.awaitState(number, "Closed Complete");
    }

    /** Each from a connection of its own, so that both nodes are asked. */
    @Test
    @Order(2)
    void giveFirstRequestsOfASessionOneFormToken() throws IOException, InterruptedException {
        Browser browser = new Browser();
        browser.logIn(pair.provider().at("/login"), "provider.admin", "demo-provider-1");
        assertThat(browser.formTokens(pair.provider().at("/camunda/app/tasklist/default/"), 4))
                .hasSize(1)
                .doesNotContain("");
    }

    @Test
    @Order(2)
    void countWrongPasswordsTogether() throws IOException, InterruptedException {
        int guesses = 1;
        while (guess().equals("refused") && guesses < 10) {
            guesses++;
        }
        assertThat(guesses)
                .as("the budget of one node, whose pauses may pass meanwhile")
                .isBetween(6, 9);
    }

    private static String guess() throws IOException, InterruptedException {
        return new Browser()
                .logIn(pair.provider().at("/login"), "kmf.auditor", "wrong")
                .address()
                .getQuery();
    }

    /** People stay logged in, and nothing is lost, while one node after the other is killed and comes back. */
    @Test
    @Order(3)
    void loseNothingWhileNodesAreKilled() throws IOException, InterruptedException {
        providers.get(0).kill();
        Story first = Story.of("First");
        providers.get(0).launch();
        consumers.get(1).kill();
        first.goOn();
        Story second = Story.of("Second");
        consumers.get(1).launch();
        providers.get(0).awaitHealthy();
        providers.get(1).kill();
        second.goOn();
        providers.get(1).launch();
        consumers.get(1).awaitHealthy();
        consumers.get(0).kill();
        first.complete();
        second.complete();
        consumers.get(0).launch();
        nodes.awaitHealthy();
    }

    @Test
    @Order(4)
    void leaveNothingBehind() {
        nodes.awaitNothingStuck();
    }

    /** A registration and its contact, each story with a company of its own. */
    private record Story(String number, URI link, String user, ContactPerson contact) {

        static Story of(String name) throws IOException, InterruptedException {
            String user = name.toLowerCase(Locale.ROOT) + ".contact";
            admin.company(name, user);
            String number = admin.register(name, user, pair.consumer().address());
            return new Story(number, admin.awaitLink(number), user, new ContactPerson(pair));
        }

        void goOn() throws IOException, InterruptedException {
            contact.goAllTheWay(link, user, ProviderAdmin.CONTACT_PASSWORD);
        }

        void complete() {
            contact.awaitState("Onboarded");
            admin.awaitState(number, "Closed Complete");
        }
    }
}
