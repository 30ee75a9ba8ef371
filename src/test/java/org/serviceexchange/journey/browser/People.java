package org.serviceexchange.journey.browser;

import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The people of one story. */
final class People {

    private final Chromium chromium;
    private final List<Person> present = new ArrayList<>();

    People(Chromium chromium) {
        this.chromium = chromium;
    }

    Person english(String name) {
        return somebody(name, "en-GB");
    }

    Person german(String name) {
        return somebody(name, "de-DE");
    }

    private Person somebody(String name, String language) {
        Person person = new Person(name, chromium.profile(language));
        present.add(person);
        return person;
    }

    List<String> complaints() {
        return present.stream().flatMap(person -> person.complaints().stream()).toList();
    }

    void saveEvidence(Path folder, Throwable reason) {
        for (Person person : present) {
            try {
                person.saveEvidence(folder);
            } catch (PlaywrightException e) {
                reason.addSuppressed(e); // a closed tab must not hide why the story failed
            }
        }
    }

    void leave() {
        present.forEach(Person::leave);
    }
}
