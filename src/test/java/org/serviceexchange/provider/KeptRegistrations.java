package org.serviceexchange.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.EditContact;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.Users;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.kmf.Sealing;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.provider.registration.Link;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationOrder;
import org.serviceexchange.provider.registration.RegistrationProcess;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.serviceexchange.provider.registration.Registrations;
import org.springframework.transaction.support.TransactionTemplate;

/** Inserts registrations into the database of a whole instance, each with its own company and contact. */
public class KeptRegistrations {

    private final Registrations registrations;
    private final RegistrationProcess process;
    private final Numbers numbers;
    private final Sealing sealing;
    private final Directory directory;
    private final CreateCompany createCompany;
    private final CreateContact createContact;
    private final Users users;
    private final EditContact editContact;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final RandomSecrets random = new RandomSecrets();

    KeptRegistrations(
            Registrations registrations,
            RegistrationProcess process,
            Numbers numbers,
            Sealing sealing,
            Directory directory,
            CreateCompany createCompany,
            CreateContact createContact,
            Users users,
            EditContact editContact,
            Clock clock,
            TransactionTemplate transaction) {
        this.registrations = registrations;
        this.process = process;
        this.numbers = numbers;
        this.sealing = sealing;
        this.directory = directory;
        this.createCompany = createCompany;
        this.createContact = createContact;
        this.users = users;
        this.editContact = editContact;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A registration without a process. */
    public record Kept(String number, String contact, String secret) {}

    public Kept open() {
        return keep(List.of());
    }

    public Kept withFinding(Finding finding) {
        return keep(List.of(finding));
    }

    /** A registration with a process, awaiting validation. */
    public String started() {
        String contact = contact();
        return process.start(new RegistrationOrder(companyOf(contact), contact, url(contact), TestUsers.CLERK));
    }

    /** A contact without a registration. */
    public String stranger() {
        return contact();
    }

    public void moveContact(String contact) {
        editContact.edit(new Person(contact, "Con", "Tact", contact + "@example.com"), companyOf(stranger()), true);
    }

    public void change(String number, Consumer<Registration> change) {
        transaction.executeWithoutResult(status -> {
            Registration registration = registrations.lock(number);
            change.accept(registration);
            registrations.save(registration);
        });
    }

    private Kept keep(List<Finding> findings) {
        String contact = contact();
        String secret = random.next();
        String company = companyOf(contact);
        return transaction.execute(status -> {
            String number = numbers.next("REG");
            Registration registration = Registration.requested(
                    new RegistrationRequest(number, company, contact, url(contact), TestUsers.CLERK, clock.instant()));
            registration.checked(findings);
            if (findings.isEmpty()) {
                byte[] sealed = sealing.seal(Link.HASH_PURPOSE, number, secret.getBytes(UTF_8));
                registration.open(new Link(secret, sealed, clock.instant().plus(Duration.ofDays(1))));
            }
            registrations.add(registration);
            return new Kept(number, contact, secret);
        });
    }

    private String contact() {
        String id = "contact-" + UUID.randomUUID().toString().substring(0, 8);
        Company company = createCompany.create("Company of " + id);
        TestUsers.contact(createContact, users, new Person(id, "Con", "Tact", id + "@example.com"), company.id());
        return id;
    }

    private String companyOf(String contact) {
        return directory.contact(contact).orElseThrow().companyId();
    }

    private static String url(String contact) {
        return "https://" + contact + ".example.com";
    }
}
