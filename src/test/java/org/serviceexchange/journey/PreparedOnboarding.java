package org.serviceexchange.journey;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** An onboarding whose company exists and whose contact is logged in at both instances, so that only its own work is measured. */
final class PreparedOnboarding {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();

    private final Pair pair;
    private final ProviderAdmin admin;
    private final String company;
    private final String contact;
    private final Browser browser = new Browser();

    /** Creates company and contact with a name, and logs the contact in. */
    PreparedOnboarding(Pair pair, ProviderAdmin admin, String name) throws IOException, InterruptedException {
        this.pair = pair;
        this.admin = admin;
        this.contact = name;
        admin.company(name + " Ltd", name);
        this.company = admin.companyId(name + " Ltd");
        browser.logIn(pair.provider().at("/login"), name, ProviderAdmin.CONTACT_PASSWORD);
        browser.logIn(pair.consumer().at("/login"), "abel.tuter", "demo-consumer-1");
    }

    /** From the start form to Onboarded and Closed Complete. */
    void run() throws IOException, InterruptedException {
        String number = admin.submit(company, contact, pair.consumer().address());
        URI registration = pair.provider().at("/registrations/" + number);
        admin.awaitStatus(registration, "Open");
        URI connection =
                browser.open(admin.link(number)).press("Begin", Map.of()).address();
        URI status = pair.consumer().at(connection.getPath().replace("/connect/", "/connections/") + "/status");
        awaitState(browser, status, "Validated");
        Page choice = browser.open(connection);
        choice.press(
                "Connect to Provider",
                Map.of(
                        "companyId",
                        choice.document().select("#companyId option").last().val()));
        awaitState(browser, status, "Awaiting Authentication");
        browser.open(connection.resolve(connection.getPath() + "/authenticate")).press("Allow", Map.of());
        awaitState(browser, status, "Onboarded");
        admin.awaitStatus(registration, "Closed Complete");
    }

    /** Asks a status address, as the open page does but more often, until it names a state. */
    static void awaitState(Browser browser, URI status, String state) throws IOException, InterruptedException {
        long end = System.nanoTime() + Await.PATIENCE.toNanos();
        Page page = browser.json("GET", status, "");
        while (!state(page).equals(state)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(status + " did not become " + state + ": " + page);
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            page = browser.json("GET", status, "");
        }
    }

    private static String state(Page page) throws IOException {
        JsonNode answer = JSON.readTree(page.body());
        return answer == null ? "" : answer.path("state").asText();
    }
}
