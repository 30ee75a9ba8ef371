package org.serviceexchange.rehearsal;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.HashedPassword;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.SaveProviderRecord;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.web.RehearsedPerson;

/** The people of both sides, with passwords that nobody ever sees. */
final class Cast {

    /** Who requests registrations, and who opens links at the consumer. */
    static final String FIRST = "first.admin";

    /** Who approves. */
    static final String SECOND = "second.admin";

    private static final Set<Role> ADMIN =
            EnumSet.of(Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN, Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_MANAGER);

    private static final String DOMAIN = "@example.com";

    private final RehearsedPair pair;
    private final String password = UUID.randomUUID().toString();
    private final HashedPassword hashed;
    private final Map<String, RehearsedPerson> admins = new HashMap<>();
    private final Contact stranger;
    private int contacts;

    /** A contact of a company of its own, at the provider. */
    record Contact(String user, String company) {}

    Cast(RehearsedPair pair) {
        this.pair = pair;
        RehearsedSide provider = pair.side(ConnectionSide.PROVIDER);
        hashed = provider.get(Users.class).hash(password);
        provider.get(SaveProviderRecord.class).save("provider");
        pair.side(ConnectionSide.CONSUMER).get(CreateCompany.class).create("Provider");
        for (ConnectionSide side : ConnectionSide.values()) {
            Users users = pair.side(side).get(Users.class);
            users.create(FIRST, "First", "Admin", FIRST + DOMAIN, hashed, ADMIN);
            users.create(SECOND, "Second", "Admin", SECOND + DOMAIN, hashed, ADMIN);
        }
        stranger = newContact();
    }

    /** A contact of whom nobody has heard. */
    Contact newContact() {
        contacts++;
        RehearsedSide provider = pair.side(ConnectionSide.PROVIDER);
        Company company = provider.get(CreateCompany.class).create("Company " + contacts);
        String user = "contact." + contacts;
        provider.get(CreateContact.class)
                .create(new Person(user, "Contact", String.valueOf(contacts), user + DOMAIN), company.id());
        provider.get(Users.class).changePassword(user, hashed);
        return new Contact(user, company.id());
    }

    Contact stranger() {
        return stranger;
    }

    /** An admin of a side, with a browser that stays logged in: to check a password takes time. */
    RehearsedPerson admin(ConnectionSide side, String user) {
        return admins.computeIfAbsent(
                side + user, unknown -> new RehearsedPerson().as(pair.side(side).address(), user, password));
    }

    /** Logs a browser in at the provider as a contact, whoever it was before. */
    void becomes(RehearsedPerson person, Contact contact) {
        person.as(pair.side(ConnectionSide.PROVIDER).address(), contact.user(), password);
    }
}
