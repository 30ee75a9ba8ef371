package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.jsoup.nodes.Element;

/** The person who received the link: admin at the consumer and contact at the provider, with one browser for both. */
public final class ContactPerson {

    private final Browser browser = new Browser();
    private final Pair pair;
    private final Runnable calm;
    private URI connection = URI.create("about:blank");

    public ContactPerson(Pair pair) {
        this(pair, () -> {});
    }

    /** Waits until both instances are idle before loading a page. */
    ContactPerson(Pair pair, Runnable calm) {
        this.pair = pair;
        this.calm = calm;
    }

    /** Opens the link, logs in at the consumer, and selects Begin. */
    Page begin(URI link) throws IOException, InterruptedException {
        Page page = browser.open(link);
        assertThat(page.address().getQuery())
                .as("the secret leaves the address bar")
                .isNull();
        if (!page.has("form[action$=/connect/begin]")) {
            page = page.follow("Log in")
                    .submit("form[action$=/login]", Map.of("username", "abel.tuter", "password", "demo-consumer-1"));
        }
        Page begun = page.press("Begin", Map.of());
        connection = begun.address();
        return begun;
    }

    /** Logs in at the consumer to go on with a connection that was begun before. */
    void resume(String number) throws IOException, InterruptedException {
        logIn();
        connection = pair.consumer().at("/connect/" + number);
    }

    /** Logs in at the consumer again, as after a restart. */
    void logIn() throws IOException, InterruptedException {
        browser.logIn(pair.consumer().at("/login"), "abel.tuter", "demo-consumer-1");
    }

    Page connection() throws IOException, InterruptedException {
        return browser.open(connection);
    }

    /** The page of the connection, beside its wizard. */
    Page page() throws IOException, InterruptedException {
        String path = connection.getPath();
        return browser.open(pair.consumer().at("/connections/" + path.substring(path.lastIndexOf('/') + 1)));
    }

    String state() throws IOException, InterruptedException {
        Element badge = connection().document().select("#progress h2 .badge").first();
        return badge == null ? "" : badge.text();
    }

    public void awaitState(String state) {
        await("the connection is " + state, () -> state().equals(state));
    }

    /** Chooses the company record of the provider and waits for the response to the claim. */
    void connectToProvider() throws IOException, InterruptedException {
        choose();
        await("the claim is answered", () -> connection().has("a[href$=/authenticate]"));
    }

    /** Chooses the company record of the provider. */
    void choose() throws IOException, InterruptedException {
        await("a company can be chosen", () -> connection().has("#companyId"));
        Page page = connection();
        String company = page.document().select("#companyId option").last().val();
        page.press("Connect to Provider", Map.of("companyId", company));
    }

    /** Goes to the provider and returns its first page. */
    Page authenticate() throws IOException, InterruptedException {
        return connection().follow("Authenticate");
    }

    /** Logs in at the provider, on the given page. */
    Page logInAtProvider(Page login, String user, String password) throws IOException, InterruptedException {
        assertThat(login.address().getPort())
                .isEqualTo(pair.provider().address().getPort());
        return login.submit("form[action$=/login]", Map.of("username", user, "password", password));
    }

    Page allow(Page consent) throws IOException, InterruptedException {
        return consent.press("Allow", Map.of());
    }

    /** All steps from the link to the decision on the consent page. */
    public void goAllTheWay(URI link, String user, String password) throws IOException, InterruptedException {
        begin(link);
        connectToProvider();
        allow(logInAtProvider(authenticate(), user, password));
    }

    private void await(String state, Await.Condition condition) {
        calm.run();
        Await.until(state, condition);
    }
}
