package org.serviceexchange;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Set;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.test.autoconfigure.web.servlet.MockMvcBuilderCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;

/** Users of every test instance; one of them is an admin, so set-up is complete. */
@TestConfiguration(proxyBeanMethods = false)
public class TestUsers {

    public static final String PASSWORD = "correct horse battery";

    /** Has all roles of an admin. */
    public static final String ADMIN = "admin";

    /** Administers Service Exchange, but is not an admin of the instance. */
    public static final String CLERK = "clerk";

    /** Adds a contact who has set {@link #PASSWORD}, as by a link. */
    public static Contact contact(CreateContact create, Users users, Person person, String company) {
        Contact contact = create.create(person, company);
        users.changePassword(contact.userId(), users.hash(PASSWORD));
        return contact;
    }

    /** Requests that are not sent over HTTP bring their session along themselves. */
    @Bean
    MockMvcBuilderCustomizer sessionsOfMockRequests() {
        return requests -> requests.defaultRequest(
                get("/").requestAttr(SessionRepositoryFilter.class.getName() + ".FILTERED", true));
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    CommandLineRunner createTestUsers(Users users) {
        return arguments -> {
            users.create(
                    ADMIN,
                    "Ada",
                    "Admin",
                    "admin@test.example",
                    users.hash(PASSWORD),
                    Set.of(Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN, Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_MANAGER));
            users.create(CLERK, "Clara", "Clerk", "", users.hash(PASSWORD), Set.of(Role.SERVICE_EXCHANGE_ADMIN));
        };
    }
}
