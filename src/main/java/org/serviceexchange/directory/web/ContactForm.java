package org.serviceexchange.directory.web;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.StoredPerson;
import org.serviceexchange.platform.message.Languages;

/** The fields of the form for a contact, not yet validated. */
record ContactForm(
        @Nullable String userId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String mail,
        @Nullable String company,
        @Nullable String language) {

    static ContactForm of(StoredPerson person, Contact contact) {
        return new ContactForm(
                person.userId(),
                person.firstName(),
                person.lastName(),
                person.mail(),
                contact.companyId(),
                contact.language() == null ? "" : contact.language().toLanguageTag());
    }

    ContactForm withUserId(String id) {
        return new ContactForm(id, firstName, lastName, mail, company, language);
    }

    String companyId() {
        return Objects.toString(company, "");
    }

    /** The chosen language; null for none. */
    @Nullable
    Locale chosenLanguage() {
        return Languages.tagged(language).orElse(null);
    }

    Person person() {
        return new Person(
                Objects.toString(userId, ""),
                Objects.toString(firstName, ""),
                Objects.toString(lastName, ""),
                Objects.toString(mail, ""));
    }
}
