package org.serviceexchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestUsers;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.directory.CreateCompany;
import org.serviceexchange.directory.CreateContact;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.Person;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@InstanceTest
@Transactional
class AdministerUsersTest {

    private static final Person UMA = new Person("uma.user", "Umberta", "User", "uma@example.com");

    @Autowired
    AdministerUsers administer;

    @Autowired
    Users users;

    @Autowired
    UserRows rows;

    @Autowired
    Accounts accounts;

    @Autowired
    Directory directory;

    @Autowired
    CreateCompany createCompany;

    @Autowired
    CreateContact createContact;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesAndTakesRoles() {
        administer.create(UMA, Set.of(Role.KMF_ADMIN, Role.ADMIN));
        assertThat(users.find("uma.user").orElseThrow().roles()).containsExactlyInAnyOrder(Role.KMF_ADMIN, Role.ADMIN);
        assertThat(groups()).isEqualTo(3);

        administer.edit(UMA, Set.of(Role.SERVICE_EXCHANGE_ADMIN));
        assertThat(users.find("uma.user").orElseThrow().roles()).containsExactly(Role.SERVICE_EXCHANGE_ADMIN);
        assertThat(groups()).isEqualTo(1);

        administer.edit(UMA, Set.of(Role.SERVICE_EXCHANGE_ADMIN, Role.KMF_ADMIN));
        assertThat(users.has("uma.user", Role.KMF_ADMIN)).isTrue();
    }

    private int groups() {
        return jdbc.sql("select count(*) from act_id_membership where user_id_ = 'uma.user'")
                .query(Integer.class)
                .single();
    }

    @Test
    void makesNobodyAContactAndLeavesContactsOnes() {
        administer.create(UMA, Set.of(Role.CONTACT));
        assertThat(users.find("uma.user").orElseThrow().roles()).isEmpty();
        String company = createCompany.create("Administered").id();
        Person contact = new Person("carl.contact", "Carl", "Contact", "");
        createContact.create(contact, company);
        administer.edit(contact, Set.of(Role.KMF_ADMIN));
        assertThat(users.find("carl.contact").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.CONTACT, Role.KMF_ADMIN);
    }

    @Test
    void deactivatesAUserAsAContactToo() {
        String company = createCompany.create("Administered").id();
        TestUsers.contact(createContact, users, new Person("carl.contact", "Carl", "Contact", ""), company);
        long before = users.securityVersion("carl.contact");
        administer.setActive("carl.contact", false);
        assertThat(users.authenticate("carl.contact", TestUsers.PASSWORD)).isEmpty();
        assertThat(directory.contact("carl.contact").orElseThrow().active()).isFalse();
        assertThat(users.securityVersion("carl.contact")).isGreaterThan(before);
        administer.setActive("carl.contact", true);
        assertThat(users.authenticate("carl.contact", TestUsers.PASSWORD)).isPresent();
        assertThat(directory.contact("carl.contact").orElseThrow().active()).isTrue();
    }

    @Test
    void endsSessionsAndLinksWhenTheAddressChanges() {
        administer.create(UMA, Set.of());
        long before = users.securityVersion("uma.user");
        administer.edit(UMA, Set.of());
        assertThat(users.securityVersion("uma.user")).isEqualTo(before);
        administer.edit(new Person("uma.user", "Umberta", "User", "new@example.com"), Set.of());
        assertThat(users.securityVersion("uma.user")).isGreaterThan(before);
        administer.endSessions("uma.user");
        assertThat(users.securityVersion("uma.user")).isGreaterThan(before + 1);
    }

    @Test
    @Guarantee(of = AdministerUsers.class, says = "The last admin who may log in stays one.")
    void keepsTheLastAdminWhoMayLogIn() {
        String why = "After that nobody with the role admin could log in to this instance."
                + " Give another user the role admin first, who has a password.";
        jdbc.sql("select user_id_ from act_id_membership where group_id_ = 'admin' and user_id_ <> ?")
                .param(TestUsers.ADMIN)
                .query(String.class)
                .list()
                .forEach(other -> accounts.setActive(other, false));
        Person last = new Person(TestUsers.ADMIN, "Ada", "Admin", "admin@test.example");
        administer.create(UMA, Set.of(Role.ADMIN));
        assertThatThrownBy(() -> administer.setActive(TestUsers.ADMIN, false)).hasMessage(why);
        accounts.setActive(TestUsers.ADMIN, true);
        assertThatThrownBy(() -> administer.edit(last, Set.of(Role.KMF_ADMIN))).hasMessage(why);
        users.changePassword("uma.user", users.hash(TestUsers.PASSWORD));
        administer.edit(last, Set.of(Role.KMF_ADMIN));
        assertThat(users.has(TestUsers.ADMIN, Role.ADMIN)).isFalse();
    }

    @Test
    void findsUsersByPartsOfWhatPeopleKnowOfThem() {
        administer.create(UMA, Set.of());
        administer.create(new Person("u_a.user", "Percent", "Un%usual", ""), Set.of());
        for (String known : new String[] {"UMA.U", "umberta us", "uma@exam"}) {
            assertThat(rows.find(known, "", 9))
                    .as(known)
                    .extracting(UserRows.Line::userId)
                    .containsExactly("uma.user");
        }
        assertThat(rows.find("u_a", "", 9)).extracting(UserRows.Line::userId).containsExactly("u_a.user");
        assertThat(rows.find("un%u", "", 9)).hasSize(1);
        assertThat(rows.find(".user", "u_a.user", 9))
                .extracting(UserRows.Line::userId)
                .contains("uma.user")
                .doesNotContain("u_a.user");
        assertThat(rows.find("", "", 1)).hasSize(1);
        assertThat(rows.find("uma.", "", 9))
                .containsExactly(new UserRows.Line("uma.user", "Umberta", "User", "uma@example.com", true, false));
    }
}
