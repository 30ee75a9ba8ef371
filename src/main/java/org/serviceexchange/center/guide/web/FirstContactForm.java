package org.serviceexchange.center.guide.web;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.Person;

/** The fields of the form for the first company and its contact, not yet validated. */
record FirstContactForm(
        @Nullable String name,
        @Nullable String userId,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String mail) {

    static final FirstContactForm EMPTY = new FirstContactForm(null, null, null, null, null);

    /** A field of the form, named as its message key ends. */
    record Field(String name, @Nullable String value, int longest) {}

    public List<Field> fields() {
        return List.of(
                new Field("name", name, 100),
                new Field("firstName", firstName, 100),
                new Field("lastName", lastName, 100),
                new Field("mail", mail, 254),
                new Field("userId", userId, 64));
    }

    String company() {
        return Objects.toString(name, "");
    }

    Person person() {
        return new Person(
                Objects.toString(userId, ""),
                Objects.toString(firstName, ""),
                Objects.toString(lastName, ""),
                Objects.toString(mail, ""));
    }
}
