package org.serviceexchange.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The provider's admin: registers consumers in Tasklist and administers registrations on their pages. */
public final class ProviderAdmin {

    public static final String CONTACT_PASSWORD = "contact-password-1";

    private static final String ENGINE = "/camunda/api/engine/engine/default/";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBER = Pattern.compile("REG[0-9]{7}");

    private final Browser browser = new Browser();
    private final Instance provider;
    private @Nullable String definition;

    public ProviderAdmin(Instance provider) throws IOException, InterruptedException {
        this.provider = provider;
        logIn();
    }

    void logIn() throws IOException, InterruptedException {
        Page home = browser.logIn(provider.at("/login"), "provider.admin", "demo-provider-1");
        assertThat(home.address().getPath()).as(home.toString()).isEqualTo("/");
    }

    /** Starts "Register a consumer" as its form in Tasklist does, and returns the number of the registration. */
    public String register(String company, String contact, URI consumer) throws IOException, InterruptedException {
        String companyId = companyId(company);
        browser.open(provider.at("/camunda/app/tasklist/default/"));
        return submit(companyId, contact, consumer);
    }

    /** Submits the form of an admin who has Tasklist open, and returns the number of the registration. */
    String submit(String companyId, String contact, URI consumer) throws IOException, InterruptedException {
        Page started = start(companyId, contact, consumer);
        assertThat(started.status()).as(started.body()).isEqualTo(200);
        String number = JSON.readTree(started.body()).path("businessKey").asText();
        assertThat(number).matches(NUMBER);
        return number;
    }

    /**
     * Submits the form again after there was no answer; the registration of an earlier try is the one that the refusal names.
     */
    String submitAgain(String companyId, String contact, URI consumer) throws IOException, InterruptedException {
        Page refused = start(companyId, contact, consumer);
        Matcher number = NUMBER.matcher(refused.body());
        return number.find() ? number.group() : "";
    }

    private Page start(String companyId, String contact, URI consumer) throws IOException, InterruptedException {
        return browser.json("POST", provider.at(ENGINE + "process-definition/" + definition() + "/submit-form"), """
                {"variables":{"companyId":{"value":"%s","type":"String"},"contactId":{"value":"%s","type":"String"},
                 "consumerUrl":{"value":"%s","type":"String"}}}""".formatted(companyId, contact, consumer));
    }

    private String definition() throws IOException, InterruptedException {
        if (definition == null) {
            Page found = browser.json("GET", provider.at(ENGINE + "process-definition/key/consumer-registration"), "");
            definition = JSON.readTree(found.body()).path("id").asText();
        }
        return definition;
    }

    /** Creates a company with one contact, whose password is {@link #CONTACT_PASSWORD}. */
    public void company(String name, String contact) throws IOException, InterruptedException {
        open("/companies").submit("form[action$=/companies]", Map.of("name", name));
        Page made = open("/contacts/new")
                .submit(
                        "form[action$=/contacts/new]",
                        Map.of(
                                "company",
                                companyId(name),
                                "userId",
                                contact,
                                "firstName",
                                "Con",
                                "lastName",
                                "Tact",
                                "mail",
                                contact + "@example.com"));
        assertThat(made.text()).as(made.toString()).contains(contact);
        setPassword(contact);
    }

    /** Copies a link for the contact, who sets {@link #CONTACT_PASSWORD} by it in another browser. */
    private void setPassword(String contact) throws IOException, InterruptedException {
        Page shown = open("/users/" + contact).submit("form[action$=/link-to-copy]", Map.of());
        Page login = new Browser()
                .open(URI.create(shown.document().select("#link").val()))
                .submit(
                        "form[action$=/password/new]",
                        Map.of("chosen", CONTACT_PASSWORD, "repeated", CONTACT_PASSWORD));
        assertThat(login.text()).as(login.toString()).contains("The new password is set.");
    }

    /** Issues an API token to a service, and returns what is shown once. */
    String token(String service, String scope) throws IOException, InterruptedException {
        return open("/api-tokens")
                .submit("form[action$=/api-tokens]", Map.of("service", service, "scope", scope))
                .document()
                .select("#token")
                .val();
    }

    Page registration(String number) throws IOException, InterruptedException {
        return open("/registrations/" + number);
    }

    /** Has the checks of key management run now, because the last report stands for a while. */
    void checkKeyManagement() throws IOException, InterruptedException {
        open("/kmf/health").submit("form[action$=/kmf/health]", Map.of());
    }

    public String state(String number) throws IOException, InterruptedException {
        return registration(number).document().select("dl .badge").first().text();
    }

    public void awaitState(String number, String state) {
        Await.until(number + " is " + state, () -> state(number).startsWith(state));
    }

    /** The link on the registration's page, once it is shown. */
    public URI awaitLink(String number) {
        Await.until(number + " has a link", () -> registration(number).has("#link"));
        return link(number);
    }

    URI link(String number) {
        try {
            return URI.create(registration(number).document().select("#link").val());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void resend(String number) throws IOException, InterruptedException {
        open("/registrations/" + number + "/resend").press("Send a new link", Map.of());
    }

    Page open(String path) throws IOException, InterruptedException {
        return browser.open(provider.at(path));
    }

    /** Waits until the registration's page reports a state. */
    void awaitStatus(URI registration, String state) throws IOException, InterruptedException {
        PreparedOnboarding.awaitState(browser, URI.create(registration + "/status"), state);
    }

    String companyId(String name) throws IOException, InterruptedException {
        for (JsonNode company : JSON.readTree(browser.json("GET", provider.at("/registrations/choices"), "")
                        .body())
                .path("companies")) {
            if (company.path("name").asText().equals(name)) {
                return company.path("id").asText();
            }
        }
        throw new AssertionError("There is no company " + name);
    }
}
