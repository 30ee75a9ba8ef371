package org.serviceexchange.instance.web;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.instance.Person;

/** What is typed about a contact, before it is checked. */
record ContactForm(
        @Nullable String userId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String mail,
        @Nullable String company) {

    static ContactForm of(Person person, String company) {
        return new ContactForm(person.userId(), person.firstName(), person.lastName(), person.mail(), company);
    }

    ContactForm withUserId(String id) {
        return new ContactForm(id, firstName, lastName, mail, company);
    }

    String companyId() {
        return Objects.toString(company, "");
    }

    Person person() {
        return new Person(
                Objects.toString(userId, ""),
                Objects.toString(firstName, ""),
                Objects.toString(lastName, ""),
                Objects.toString(mail, ""));
    }
}
