package org.serviceexchange.journey.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.URLEncoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.serviceexchange.journey.Instance;

/** The provider's page of a registration. */
record RegistrationPage(Person person) {

    private static final Pattern NUMBER = Pattern.compile("REG[0-9]{7}");

    /** Finds the registration of a company in the Center and opens it. */
    static RegistrationPage ofCompany(Person person, Instance provider, String company) {
        person.open(provider.at("/?side=provider&q=" + URLEncoder.encode(company, UTF_8)));
        person.hand()
                .press(person.page()
                        .locator(".cases a[href*='/registrations/REG']")
                        .first());
        RegistrationPage page = new RegistrationPage(person);
        assertThat(page.state()).isVisible();
        return page;
    }

    static RegistrationPage open(Person person, Instance provider, String number) {
        person.open(provider.at("/registrations/" + number));
        return new RegistrationPage(person);
    }

    String number() {
        Matcher number = NUMBER.matcher(page().url());
        if (!number.find()) {
            throw new AssertionError("Not the page of a registration: " + page().url());
        }
        return number.group();
    }

    /** Waits until the page shows this state without a reload. */
    void awaitState(String label) {
        assertThat(state()).containsText(label);
    }

    /** The link, once the page shows it without a reload. */
    URI awaitLink() {
        assertThat(link()).isVisible();
        return URI.create(link().inputValue());
    }

    void copyLink() {
        person.hand().press(page().locator("#copy"));
        assertThat(page().locator("#copied")).not().isEmpty();
    }

    /** Offered as long as no e-mail brought the link and nobody said that it was sent. */
    Locator sentButton() {
        return page().locator("#sent");
    }

    void sayThatTheLinkWasSent() {
        person.hand().press(sentButton());
        assertThat(sentButton()).hasCount(0);
    }

    void resend() {
        person.hand().press(page().locator("#resend"));
        person.hand().press(confirmation());
    }

    /** Cancels the registration, including the confirmation. */
    void cancel() {
        person.hand().press(page().locator("#cancel"));
        person.hand().press(confirmation());
    }

    Locator state() {
        return page().locator("#state");
    }

    Locator link() {
        return page().locator("#link");
    }

    Locator findings() {
        return page().locator("[data-live=facts] table");
    }

    Locator journal() {
        return page().locator("[data-live=journal]");
    }

    private Locator confirmation() {
        return page().locator("main form .danger");
    }

    private Page page() {
        return person.page();
    }
}
