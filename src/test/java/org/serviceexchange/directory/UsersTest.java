package org.serviceexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.store.Numbers;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@InstanceTest
@Transactional
class UsersTest {

    private static final String PASSWORD = TestUsers.PASSWORD;

    @Autowired
    Users users;

    @Autowired
    IdentityService identities;

    @Autowired
    Directory directory;

    @Autowired
    CreateCompany createCompany;

    @Autowired
    EditCompany editCompany;

    @Autowired
    CreateContact createContact;

    @Autowired
    EditContact editContact;

    @Autowired
    SaveProviderRecord saveProviderRecord;

    @Autowired
    Numbers numbers;

    @Autowired
    JdbcClient jdbc;

    @Test
    void acceptsTheRightPasswordOnly() {
        users.create("jo.ann", "Jo", "Ann", "jo@example.com", users.hash(PASSWORD), Set.of(Role.ADMIN, Role.KMF_ADMIN));

        assertThat(users.authenticate("jo.ann", PASSWORD))
                .contains(new User("jo.ann", "Jo Ann", "jo@example.com", Set.of(Role.ADMIN, Role.KMF_ADMIN)));
        assertThat(users.authenticate("jo.ann", PASSWORD + "x")).isEmpty();
        assertThat(users.authenticate("nobody", PASSWORD)).isEmpty();
    }

    @Test
    void acceptsAPasswordHoweverItsUmlautsWereTyped() {
        users.create("umlaut", "Jo", "Ann", "", users.hash("gr\u00FC\u00DFe aus k\u00F6ln"), Set.of());
        assertThat(users.authenticate("umlaut", "gru\u0308\u00DFe\u00A0aus ko\u0308ln"))
                .isPresent();
        assertThat(users.authenticate("umlaut", "gruesse aus koeln")).isEmpty();
    }

    @Test
    void stillAcceptsAPasswordThatWasHashedAsTyped() {
        users.create("landed", "Jo", "Ann", "", users.hash(PASSWORD), Set.of());
        var user = identities.createUserQuery().userId("landed").singleResult();
        user.setPassword("gru\u0308\u00DFe aus ko\u0308ln");
        identities.saveUser(user);
        assertThat(users.authenticate("landed", "gru\u0308\u00DFe aus ko\u0308ln"))
                .isPresent();
    }

    /** At the cost of the tests; Argon2PasswordsTest asserts the product's. */
    @Test
    void keepsPasswordsAsArgon2id() {
        users.create("hashed", "Jo", "Ann", "", users.hash(PASSWORD), Set.of());

        assertThat(jdbc.sql("select pwd_ from act_id_user where id_ = 'hashed'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2id}$argon2id$v=19$m=64,t=1,p=1$");
    }

    @Test
    void acceptsTheRightPasswordAfterManyWrongOnes() {
        users.create("patient", "Jo", "Ann", "", users.hash(PASSWORD), Set.of());
        for (int i = 0; i < 12; i++) {
            assertThat(users.authenticate("patient", "wrong")).isEmpty();
        }

        assertThat(users.authenticate("patient", PASSWORD)).isPresent();
    }

    @Test
    void refusesATakenUserName() {
        users.create("taken", "Jo", "Ann", "", users.hash(PASSWORD), Set.of());

        assertThatThrownBy(() -> users.create("taken", "Jo", "Ann", "", users.hash(PASSWORD), Set.of()))
                .isInstanceOf(Problem.class)
                .hasMessage("The user name \"taken\" is taken. Choose another user name.");
    }

    @Test
    void keepsContactsOfACompanyWithTheMailOfTheUserDirectory() {
        Company company = createCompany.create("Acme");
        TestUsers.contact(
                createContact, users, new Person("carla", "Carla", "Contact", "c@acme.example"), company.id());

        users.changeMail("carla", "new@acme.example");

        assertThat(directory.contacts(company.id()))
                .containsExactly(new Contact("carla", company.id(), "Carla Contact", "new@acme.example", true, null));
        assertThat(users.find("carla").orElseThrow().roles()).containsExactly(Role.CONTACT);
    }

    @Test
    void refusesTheLoginOfADeactivatedContact() {
        Company company = createCompany.create("Acme");
        TestUsers.contact(createContact, users, new Person("carla", "Carla", "Contact", ""), company.id());

        editContact.setActive("carla", false);
        assertThat(users.authenticate("carla", PASSWORD)).isEmpty();

        editContact.setActive("carla", true);
        assertThat(users.authenticate("carla", PASSWORD)).isPresent();
    }

    @Test
    void movesAContactToAnotherCompany() {
        Company first = createCompany.create("First");
        Company second = createCompany.create("Second");
        TestUsers.contact(createContact, users, new Person("carla", "Carla", "Contact", ""), first.id());

        editContact.edit(new Person("carla", "Clara", "Contact", "c@acme.example"), second.id(), true);

        assertThat(directory.contacts(first.id())).isEmpty();
        assertThat(directory.contact("carla"))
                .contains(new Contact("carla", second.id(), "Clara Contact", "c@acme.example", true, null));
    }

    @Test
    void refusesACompanyNameThatDiffersInCaseOnly() {
        createCompany.create("Acme");

        assertThatThrownBy(() -> createCompany.create(" ACME "))
                .isInstanceOf(Problem.class)
                .hasMessage("A company named \"ACME\" exists already. Use another name, or edit the existing company.");
    }

    @Test
    void refusesACompanyNameThatIsTheSameToPeople() {
        createCompany.create("Stra\u00DFe \u00FCber Land");

        for (String same :
                List.of("STRASSE \u00DCBER LAND", "Stra\u00DFe u\u0308ber Land", "Strasse\u00A0\u00FCber  Land")) {
            assertThatThrownBy(() -> createCompany.create(same))
                    .isInstanceOf(Problem.class)
                    .hasMessageStartingWith("A company named");
        }
    }

    @Test
    void renamesAndDeactivatesACompany() {
        Company company = createCompany.create("Acme");

        editCompany.rename(company.id(), "Acme Ltd");
        editCompany.setActive(company.id(), false);

        assertThat(directory.company(company.id())).contains(new Company(company.id(), "Acme Ltd", false));
        assertThatThrownBy(() -> editCompany.rename("CMP9999999", "X"))
                .hasMessage("There is no company with the id CMP9999999. Choose a company from the list.");
    }

    @Test
    void replacesTheProviderRecord() {
        saveProviderRecord.save("first-name");
        saveProviderRecord.save(" second-name ");

        assertThat(directory.providerRecord()).contains(new ProviderRecord("second-name"));
    }

    @Test
    void countsOnWithoutGaps() {
        String first = numbers.next("REG");

        assertThat(first).matches("REG000\\d{4}");
        assertThat(numbers.next("REG")).isEqualTo("REG%07d".formatted(Integer.parseInt(first.substring(3)) + 1));
    }
}
