package org.serviceexchange.provider;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.serviceexchange.directory.Company;
import org.serviceexchange.directory.Contact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.HashedPassword;
import org.serviceexchange.directory.ProviderRecord;
import org.serviceexchange.directory.StoredPerson;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;

/** Two contacts of a company and one of another; tests can change each at any time. */
public final class TestDirectory implements Directory, Users {

    private final java.util.Map<String, Long> securityVersions = new java.util.concurrent.ConcurrentHashMap<>();

    public static final String MIA = "mia";
    public static final String OTHER = "otto";
    public static final String FOREIGN = "fred";

    private final Map<String, Contact> contacts = new ConcurrentHashMap<>();
    private final Map<String, User> users = new ConcurrentHashMap<>();

    public TestDirectory() {
        reset();
    }

    public void reset() {
        securityVersions.clear();
        contacts.clear();
        users.clear();
        put(new Contact(MIA, "acme", "Mia Keller", "mia@acme.example", true, null), Set.of(Role.CONTACT));
        put(new Contact(OTHER, "acme", "Otto Maier", "otto@acme.example", true, null), Set.of(Role.CONTACT));
        put(new Contact(FOREIGN, "globex", "Fred Beck", "fred@globex.example", true, null), Set.of(Role.CONTACT));
    }

    public void put(Contact contact, Set<Role> roles) {
        contacts.put(contact.userId(), contact);
        users.put(contact.userId(), new User(contact.userId(), contact.displayName(), contact.mail(), roles));
    }

    @Override
    public List<Company> companies() {
        return List.of(new Company("acme", "Acme", true), new Company("globex", "Globex", true));
    }

    @Override
    public Optional<Company> company(String id) {
        return companies().stream().filter(company -> company.id().equals(id)).findFirst();
    }

    @Override
    public List<Contact> contacts() {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Contact> contacts(String companyId) {
        return contacts.values().stream()
                .filter(contact -> contact.companyId().equals(companyId))
                .toList();
    }

    @Override
    public Optional<Contact> contact(String userId) {
        return Optional.ofNullable(contacts.get(userId));
    }

    @Override
    public Optional<ProviderRecord> providerRecord() {
        return Optional.of(new ProviderRecord("the-provider"));
    }

    @Override
    public Optional<User> authenticate(String id, String password) {
        return Optional.empty();
    }

    @Override
    public Optional<User> findActive(String id) {
        return contact(id).filter(Contact::active).flatMap(contact -> find(id));
    }

    @Override
    public Optional<StoredPerson> person(String id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean has(String id, Role role) {
        return find(id).filter(user -> user.roles().contains(role)).isPresent();
    }

    @Override
    public Optional<User> find(String id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public HashedPassword hash(String password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void create(
            String id, String firstName, String lastName, String mail, HashedPassword password, Set<Role> roles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeName(String id, String firstName, String lastName) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changeMail(String id, String mail) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void changePassword(String id, HashedPassword password) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean anyAdmin() {
        return true;
    }

    @Override
    public boolean anyAdminWhoMayLogIn() {
        return true;
    }

    @Override
    public boolean hasPassword(String id) {
        return true;
    }

    @Override
    public void changeRoles(String id, Set<Role> roles) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long securityVersion(String id) {
        return securityVersions.getOrDefault(id, 1L);
    }

    @Override
    public void endSessions(String id) {
        securityVersions.merge(id, 2L, (known, ignored) -> known + 1);
    }

    @Override
    public List<User> withRole(Role role) {
        throw new UnsupportedOperationException();
    }
}
