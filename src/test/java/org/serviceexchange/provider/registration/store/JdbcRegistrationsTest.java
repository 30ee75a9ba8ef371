package org.serviceexchange.provider.registration.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.serviceexchange.provider.TestRegistrations.CONTACT;
import static org.serviceexchange.provider.TestRegistrations.NOW;
import static org.serviceexchange.provider.TestRegistrations.NUMBER;
import static org.serviceexchange.provider.TestRegistrations.URL;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.approval.Approval;
import org.serviceexchange.approval.Approval.Given;
import org.serviceexchange.approval.ApprovalPlace;
import org.serviceexchange.approval.Approvals;
import org.serviceexchange.center.PendingOn;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.TestTables;
import org.serviceexchange.provider.TestRegistrations;
import org.serviceexchange.provider.registration.ClosingReason;
import org.serviceexchange.provider.registration.Registration;
import org.serviceexchange.provider.registration.RegistrationRequest;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcRegistrationsTest {

    private static final Resource[] MIGRATIONS = Stream.of(
                    "V10__instance",
                    "V11__directory",
                    "V50__consumer_registration",
                    "V70__registrations_as_cases",
                    "V120__registration_state",
                    "V145__link_unsent",
                    "V170__registration_approvals")
            .map(name -> new ClassPathResource("db/migration/" + name + ".sql"))
            .toArray(Resource[]::new);

    private final List<String> told = new ArrayList<>();
    private JdbcClient jdbc;
    private ProtectedTables tables;
    private JdbcRegistrations registrations;

    @BeforeEach
    void anEmptyTable() {
        var database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        new ResourceDatabasePopulator(MIGRATIONS).execute(database);
        jdbc = JdbcClient.create(database);
        tables = TestTables.empty(database);
        registrations = at(NOW);
    }

    @Test
    void keepsEverythingInEveryStage() {
        registrations.add(TestRegistrations.requested());
        Registration unsent = TestRegistrations.open();
        unsent.linkUnsent(true);
        List.of(
                        TestRegistrations.open(),
                        unsent,
                        TestRegistrations.claimed(),
                        TestRegistrations.consented(),
                        TestRegistrations.keyed(),
                        TestRegistrations.probed(),
                        TestRegistrations.cancelled())
                .forEach(stage -> {
                    registrations.save(stage);
                    assertThat(registrations.lock(NUMBER).snapshot())
                            .usingRecursiveComparison()
                            .isEqualTo(stage.snapshot());
                });
    }

    @Test
    void keepsApprovals() {
        Registration registration = TestRegistrations.requested();
        Approval legal = Approval.required("userTask_legal", "Approve: “A\tB”", "OK?", ApprovalPlace.LINK, false);
        Approval second = Approval.required("userTask_second", "Second", "", ApprovalPlace.ACTIVATION, true);
        registration.approvals(none -> none.requiring(new Approvals(List.of(second)))
                .asked(legal, NOW)
                .given("userTask_legal", new Given("lena", NOW, "because"), "paula")
                .asked(second, NOW));
        registrations.add(registration);
        assertThat(registrations.lock(NUMBER).snapshot().progress().approvals())
                .isEqualTo(registration.snapshot().progress().approvals());
        assertThat(registrations.lock(NUMBER).snapshot().pendingOn()).isEqualTo(PendingOn.US);
    }

    @Test
    void keepsFindingsToBeReadInAnyLanguage() {
        List<Finding> findings = List.of(
                new Problem(ProblemCode.COMPANY_NO_LONGER_VALID, "One\tcompany\n\"of\" ours").finding(),
                new Problem(ProblemCode.BASE_URL_NOT_SET).finding());
        Registration registration = TestRegistrations.requested();
        registration.checked(findings);
        registrations.add(registration);
        assertThat(registrations.lock(NUMBER).snapshot().findings()).isEqualTo(findings);
    }

    @Test
    void findsByWhatPeersName() {
        registrations.add(TestRegistrations.keyed());
        assertThat(registrations.ofSecret("hash")).map(Registration::number).hasValue(NUMBER);
        assertThat(registrations.ofClient("client-thumbprint"))
                .map(Registration::number)
                .hasValue(NUMBER);
        assertThat(registrations.ofKey(TestRegistrations.KEY))
                .map(Registration::number)
                .hasValue(NUMBER);
        assertThat(registrations.ofSecret("other")).isEmpty();
    }

    @Test
    void allowsOneAtATimeForACompanyAndAUrl() {
        registrations.add(TestRegistrations.open());
        assertThat(registrations.occupying("acme", URL)).isPresent();
        assertThat(registrations.occupying("acme", "https://elsewhere.example.com"))
                .isEmpty();
        Registration second = another();
        assertThatThrownBy(() -> registrations.add(second)).isInstanceOf(DuplicateKeyException.class);
        Registration first = registrations.lock(NUMBER);
        first.close(ClosingReason.EXPIRED);
        registrations.save(first);
        registrations.add(second);
        assertThat(jdbc.sql("select number from consumer_registration order by number desc")
                        .query(String.class)
                        .list())
                .containsExactly("REG0001002", NUMBER);
    }

    @Test
    void saysWhichNumberIsUnknown() {
        assertThat(registrations.find("REG0009999")).isEmpty();
        assertThatThrownBy(() -> registrations.lock("REG0009999"))
                .hasMessage("There is no registration REG0009999."
                        + " Check the number, or choose it from the list of registrations.");
    }

    @Test
    void notesSinceWhenItIsSomebodysTurn() {
        registrations.add(TestRegistrations.requested());
        assertThat(pendingOn()).isEqualTo("SYSTEM " + NOW);
        at(NOW.plusSeconds(60)).save(TestRegistrations.open());
        assertThat(pendingOn()).isEqualTo("THEM " + NOW.plusSeconds(60));
        at(NOW.plusSeconds(120)).save(TestRegistrations.claimed());
        assertThat(pendingOn()).isEqualTo("THEM " + NOW.plusSeconds(60));
        at(NOW.plusSeconds(180)).save(TestRegistrations.consented());
        assertThat(pendingOn()).isEqualTo("SYSTEM " + NOW.plusSeconds(180));
    }

    private JdbcRegistrations at(Instant moment) {
        return new JdbcRegistrations(
                jdbc, tables, (side, number) -> told.add(side + " " + number), Clock.fixed(moment, ZoneOffset.UTC));
    }

    private String pendingOn() {
        return jdbc.sql("select turn, turn_since from consumer_registration")
                .query((row, index) -> row.getString("turn") + " "
                        + row.getObject("turn_since", OffsetDateTime.class).toInstant())
                .single();
    }

    private static Registration another() {
        return Registration.requested(new RegistrationRequest("REG0001002", "acme", CONTACT, URL, "paula", NOW));
    }
}
