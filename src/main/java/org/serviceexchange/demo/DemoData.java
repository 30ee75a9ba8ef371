package org.serviceexchange.demo;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.SaveProviderRecord;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills an empty demonstration instance with users, a company and, at the provider, a contact. */
@Component
@Profile("demo")
class DemoData implements SmartLifecycle {

    private static final Set<Role> ADMIN =
            EnumSet.of(Role.ADMIN, Role.SERVICE_EXCHANGE_ADMIN, Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_MANAGER);

    private final DemoSettings settings;
    private final Users users;
    private final CreateCompany createCompany;
    private final CreateContact createContact;
    private final SaveProviderRecord saveProviderRecord;

    DemoData(
            DemoSettings settings,
            InstanceSettings instance,
            Users users,
            CreateCompany createCompany,
            CreateContact createContact,
            SaveProviderRecord saveProviderRecord) {
        requireDemo(instance);
        this.settings = settings;
        this.users = users;
        this.createCompany = createCompany;
        this.createContact = createContact;
        this.saveProviderRecord = saveProviderRecord;
    }

    /** Refuses to create users with well-known passwords in an instance that is not in demo mode. */
    static void requireDemo(InstanceSettings instance) {
        if (!instance.demo()) {
            throw new IllegalStateException("The profile demo adds users whose passwords everybody knows. "
                    + "It starts only with service-exchange.instance.mode=DEMO, not " + instance.mode() + ".");
        }
    }

    @Override
    public void start() {
        ProcessHandle.current().parent().ifPresent(DemoData::endWith);
        if (users.anyAdmin()) {
            return;
        }
        begin().ifPresent(company -> {
            if (settings.side() == DemoSide.PROVIDER) {
                provider(company);
            } else {
                consumer();
            }
        });
    }

    @Override
    public void stop() {
        // Nothing to stop: the data stays
    }

    @Override
    public boolean isRunning() {
        return false;
    }

    /** Starts before the web server, so that the instance is never reachable without its users. */
    @Override
    public int getPhase() {
        return 0;
    }

    /** Exits when the parent process ends, because nobody else would stop this instance if the parent was killed. */
    @SuppressWarnings("FutureReturnValueIgnored") // there is nothing to wait for
    private static void endWith(ProcessHandle parent) {
        parent.onExit().thenRun(() -> System.exit(0));
    }

    /** The company with which the filling begins; empty if another node that starts at the same moment fills. */
    private Optional<Company> begin() {
        boolean provider = settings.side() == DemoSide.PROVIDER;
        try {
            return Optional.of(
                    createCompany.create(provider ? DemoUsers.CONSUMER_COMPANY : DemoUsers.PROVIDER_COMPANY));
        } catch (Problem takenByAnotherNode) {
            return Optional.empty();
        }
    }

    private void provider(Company company) {
        saveProviderRecord.save(DemoUsers.PROVIDER_NAME);
        contact(
                new Person(DemoUsers.CONTACT, "Abel", "Tuter", DemoUsers.CONTACT_MAIL),
                company,
                DemoUsers.CONTACT_PASSWORD);
        contact(
                new Person(DemoUsers.OTHER_CONTACT, "Beth", "Anglin", DemoUsers.OTHER_CONTACT_MAIL),
                company,
                DemoUsers.OTHER_CONTACT_PASSWORD);
        users.create(
                DemoUsers.AUDITOR,
                "Audrey",
                "Auditor",
                "",
                users.hash(DemoUsers.AUDITOR_PASSWORD),
                EnumSet.of(Role.KMF_ADMIN, Role.CRYPTOGRAPHIC_AUDITOR));
        users.create(
                DemoUsers.PROVIDER_ADMIN, "Pat", "Provider", "", users.hash(DemoUsers.PROVIDER_ADMIN_PASSWORD), ADMIN);
    }

    /** In the demonstration the passwords of contacts are known, so they need no link. */
    private void contact(Person person, Company company, String password) {
        createContact.create(person, company.id());
        users.changePassword(person.userId(), users.hash(password));
    }

    private void consumer() {
        users.create(
                DemoUsers.CONTACT,
                "Abel",
                "Tuter",
                DemoUsers.CONTACT_MAIL,
                users.hash(DemoUsers.CONSUMER_ADMIN_PASSWORD),
                ADMIN);
    }
}
