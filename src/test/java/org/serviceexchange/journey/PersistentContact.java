package org.serviceexchange.journey;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** A contact who does whatever the pages ask for, as often as they ask, until the onboarding has ended. */
final class PersistentContact {

    private final Pair pair;
    private final ProviderAdmin admin;
    private final String contact;
    private final String company;
    private final Browser browser = new Browser();
    private final List<String> acts = new ArrayList<>();
    private String number = "";
    private URI link = URI.create("about:blank");
    private URI wizard = URI.create("about:blank");
    private String seen = "";
    private volatile String met = "";

    /** Creates company and contact with a name, and logs the contact in at both instances. */
    PersistentContact(Pair pair, ProviderAdmin admin, String name) throws IOException, InterruptedException {
        this.pair = pair;
        this.admin = admin;
        this.contact = name;
        admin.company(name + " Ltd", name);
        this.company = admin.companyId(name + " Ltd");
        logIn();
    }

    /** Logs in at both instances, unless that is still so. */
    void logIn() throws IOException, InterruptedException {
        browser.logIn(pair.provider().at("/login"), contact, ProviderAdmin.CONTACT_PASSWORD);
        browser.logIn(pair.consumer().at("/login"), "abel.tuter", "demo-consumer-1");
    }

    /** How a registration of a company and its contact is created; gives its number. */
    interface Start {
        String of(String company, String contact) throws IOException, InterruptedException;
    }

    /** Has the registration started, and opens its link. */
    void begin() throws IOException, InterruptedException {
        begin((of, user) -> admin.submit(of, user, pair.consumer().address()));
    }

    /** Goes on where it failed before. */
    void begin(Start start) throws IOException, InterruptedException {
        if (number.isEmpty()) {
            number = start.of(company, contact);
        }
        openLink(admin.awaitLink(number));
    }

    boolean hasBegun() {
        return acts.contains("opened");
    }

    /** Looks once, and does what is asked for, from the beginning on; true once both sides are connected. */
    boolean goOn() throws IOException, InterruptedException {
        if (number.isEmpty()) {
            number = admin.submitAgain(company, contact, pair.consumer().address());
            return false;
        }
        if (acts.isEmpty()) {
            String shown = admin.registration(number).document().select("#link").val();
            if (!shown.isEmpty()) {
                openLink(URI.create(shown));
            }
            return false;
        }
        Page page = browser.open(wizard);
        if (page.has("#password")) {
            throw new IOException("The consumer asks to log in.");
        }
        Element badge = page.document().select("#progress h2 .badge").first();
        String state = badge == null ? "" : badge.text();
        String provider = admin.state(number);
        met = "";
        seen = number + " is " + provider + ", " + wizard.getPath() + " is " + state;
        if (state.equals("Onboarded") && provider.equals("Closed Complete")) {
            return true;
        }
        if (page.has("#companyId")) {
            page.press(
                    "Connect to Provider",
                    Map.of(
                            "companyId",
                            page.document().select("#companyId option").last().val()));
        } else if (page.has("a[href$=/authenticate]")) {
            allow(page.follow("Authenticate"));
        } else if (provider.startsWith("Open")) {
            askAtProvider(state);
        }
        return false;
    }

    /** What the people did, one word each. */
    List<String> acts() {
        return acts;
    }

    String number() {
        return number;
    }

    URI link() {
        return link;
    }

    /** Where it stood when somebody looked last. */
    String seen() {
        return seen;
    }

    /** What came instead of a page. */
    void met(Throwable trouble) {
        met = trouble.toString();
    }

    /** Where it stood when somebody looked last. */
    @Override
    public String toString() {
        return seen + ", after " + acts + (met.isEmpty() ? "" : "; met last: " + met);
    }

    private void allow(Page page) throws IOException, InterruptedException {
        Page consent = page.has("form[action$=/login]") && page.has("#password")
                ? page.submit(
                        "form[action$=/login]", Map.of("username", contact, "password", ProviderAdmin.CONTACT_PASSWORD))
                : page;
        if (!consent.document().select("button:containsOwn(Allow)").isEmpty()) {
            consent.press("Allow", Map.of());
            acts.add("allowed");
        }
    }

    /** The admin decides about a suspended registration; the contact opens the newest link where the old one ended. */
    private void askAtProvider(String state) throws IOException, InterruptedException {
        Page registration = admin.registration(number);
        if (!registration
                .document()
                .select("a:containsOwn(Continue with a new link)")
                .isEmpty()) {
            registration.follow("Continue with a new link").press("Send a new link", Map.of());
            acts.add("continued");
        } else if (registration.has("#link")) {
            URI newest = URI.create(registration.document().select("#link").val());
            if (state.equals("Closed Incomplete") || !newest.equals(link)) {
                openLink(newest);
            }
        }
    }

    private void openLink(URI newest) throws IOException, InterruptedException {
        link = newest;
        wizard = browser.open(newest).press("Begin", Map.of()).address();
        acts.add("opened");
    }
}
