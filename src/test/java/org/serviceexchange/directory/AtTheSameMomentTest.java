package org.serviceexchange.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.serviceexchange.AtOnce;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.webapps.engine.MyTasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What several people do at the same moment: one of them succeeds, and the others read a sentence. */
@InstanceTest
class AtTheSameMomentTest {

    private static final String PASSWORD = "a long enough password";

    @Autowired
    Users users;

    @Autowired
    CreateCompany createCompany;

    @Autowired
    CreateContact createContact;

    @Autowired
    SaveProviderRecord saveProviderRecord;

    @Autowired
    MyTasks myTasks;

    @Autowired
    IdentityService identities;

    @Autowired
    FilterService filters;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theFirstLoginsOfAUserMakeOneFilter() throws InterruptedException {
        users.create("two.browsers", "Two", "Browsers", "", users.hash(PASSWORD), Set.of(Role.ADMIN));

        assertThat(AtOnce.failures(() -> {
                    myTasks.ensure("two.browsers", Locale.ENGLISH);
                    return null;
                }))
                .isEmpty();
        assertThat(identities.getUserInfo("two.browsers", "tasklist.filter.myTasks"))
                .isNotNull();
        assertThat(filters.createTaskFilterQuery().filterOwner("two.browsers").count())
                .isEqualTo(1);
    }

    @Test
    void oneContactGetsTheName() throws InterruptedException {
        Company company = createCompany.create("At once");
        oneSucceeds(
                ProblemCode.USER_NAME_TAKEN,
                () -> createContact.create(new Person("wanted.name", "W", "N", ""), company.id()));
    }

    @Test
    void oneUserGetsTheName() throws InterruptedException {
        oneSucceeds(ProblemCode.USER_NAME_TAKEN, () -> {
            users.create("wanted.user", "W", "U", "", users.hash(PASSWORD), Set.of(Role.KMF_ADMIN));
            return null;
        });
    }

    @Test
    void oneCompanyGetsTheName() throws InterruptedException {
        oneSucceeds(ProblemCode.COMPANY_NAME_TAKEN, () -> createCompany.create("Wanted company"));
    }

    @Test
    void theProviderRecordIsMadeOnce() throws InterruptedException {
        jdbc.sql("delete from provider_record").update();
        assertThat(AtOnce.failures(() -> saveProviderRecord.save("at-once"))).isEmpty();
        assertThat(jdbc.sql("select name from provider_record")
                        .query(String.class)
                        .list())
                .containsExactly("at-once");
    }

    private static void oneSucceeds(ProblemCode others, Callable<?> work) throws InterruptedException {
        List<Throwable> failures = AtOnce.failures(work);
        assertThat(failures)
                .hasSize(AtOnce.allButOne())
                .allSatisfy(failure -> assertThat(failure)
                        .asInstanceOf(InstanceOfAssertFactories.type(Problem.class))
                        .extracting(Problem::code)
                        .isEqualTo(others));
    }
}
