package org.serviceexchange.journey.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A person with a separate browser profile. */
final class Person {

    private final String name;
    private final BrowserContext profile;
    private final Complaints complaints;
    private final CountingHand hand = new CountingHand();
    private Page page;

    Person(String name, BrowserContext profile) {
        this.name = name;
        this.profile = profile;
        this.complaints = new Complaints(profile);
        profile.setDefaultTimeout(Chromium.PATIENCE_MILLIS);
        this.page = profile.newPage();
    }

    /** The active tab. */
    Page page() {
        return page;
    }

    /** The input method of this person. */
    Hand hand() {
        return hand;
    }

    /** How often this person had to press or to choose something. */
    int clicks() {
        return hand.clicks();
    }

    /** Uses only the keyboard from now on. */
    void useKeysOnly() {
        hand.use(new Keys());
    }

    Page open(URI address) {
        page.navigate(address.toString());
        return page;
    }

    /** Enters a text into the field with this id. */
    Person fill(String field, String text) {
        hand.enter(page.locator("main #" + field), text);
        return this;
    }

    /** Submits the form that posts to this path. */
    void send(String path) {
        press("main form[action$='" + path + "'] button[type=submit]");
    }

    /** Activates the first button or link that matches. */
    void press(String selector) {
        hand.press(page.locator(selector).first());
    }

    /** Opens and activates a second tab; returns the previous one. */
    Page newTab() {
        Page before = page;
        page = profile.newPage();
        return before;
    }

    void turnTo(Page tab) {
        page = tab;
        tab.bringToFront();
    }

    /** Logs in at the instance and ends on the requested page. */
    void logIn(URI address, String user, String password) {
        open(address);
        new LoginPage(this).logIn(user, password);
    }

    /** Loses the session at one instance, as after a long break. */
    void loseSession(String instance) {
        profile.clearCookies(new BrowserContext.ClearCookiesOptions().setName(instance + "-session"));
    }

    /** See {@link Complaints#expect}. */
    void expect(int status, String path) {
        complaints.expect(status, path);
    }

    /** Records a complaint; the story continues and fails at its end. */
    void complain(String text) {
        complaints.add(text);
    }

    List<String> complaints() {
        return complaints.heard().stream().map(text -> name + ": " + text).toList();
    }

    /** Saves the content of all tabs: a picture, the HTML, the URL and the complaints. */
    void saveEvidence(Path folder) {
        try {
            Files.createDirectories(folder);
            int number = 0;
            for (Page tab : profile.pages()) {
                Path file = folder.resolve(name + "-" + ++number);
                tab.screenshot(new Page.ScreenshotOptions().setPath(Path.of(file + ".png")));
                Files.writeString(Path.of(file + ".html"), tab.content());
                Files.writeString(Path.of(file + ".txt"), tab.url() + "\n" + String.join("\n", complaints()) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void leave() {
        profile.close();
    }
}
