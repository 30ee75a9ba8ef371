package org.serviceexchange.directory.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.AtOnce;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.Guarantee;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

class JdbcAccountsTest {

    @BeforeAll
    static void tables() throws IOException {
        String migration =
                new ClassPathResource("db/migration/V111__accounts.sql").getContentAsString(StandardCharsets.UTF_8);
        for (DataSource database : databases().toList()) {
            Stream.of(migration.replaceAll("(?m)^ *--.*$", "").split(";"))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("create table"))
                    .forEach(statement ->
                            JdbcClient.create(database).sql(statement).update());
        }
    }

    static Stream<DataSource> databases() {
        return BothDatabases.named("accounts").stream();
    }

    @Guarantee(
            of = Accounts.class,
            says = "A user name is given once, in whatever case; nobody inherits what belonged to somebody else.")
    @ParameterizedTest
    @MethodSource("databases")
    void givesANameOnce(DataSource database) throws InterruptedException {
        Accounts accounts = new JdbcAccounts(JdbcClient.create(database));
        List<Throwable> failures = AtOnce.failures(() -> {
            accounts.add("Abel.Tuter");
            return null;
        });

        assertThat(failures)
                .hasSize(AtOnce.allButOne())
                .allMatch(
                        failure -> failure instanceof Problem problem && problem.code() == ProblemCode.USER_NAME_TAKEN);
        assertThatThrownBy(() -> accounts.add("abel.tuter"))
                .hasMessage("The user name \"abel.tuter\" is taken. Choose another user name.");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void findsNamesThatDifferInCaseOnly(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String landed : List.of("Otto.Twin", "otto.twin", "otto.single")) {
            jdbc.sql("insert into account (user_id, security_version) values (?, 1)")
                    .param(landed)
                    .update();
        }
        assertThat(new JdbcAccounts(jdbc).ambiguous())
                .contains("Otto.Twin", "otto.twin")
                .doesNotContain("otto.single");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void raisesTheVersionOfOneUser(DataSource database) {
        Accounts accounts = new JdbcAccounts(JdbcClient.create(database));
        accounts.add("beth");
        accounts.add("carla");
        long before = accounts.securityVersion("beth");
        accounts.raiseSecurityVersion("beth");

        assertThat(accounts.securityVersion("beth")).isGreaterThan(before);
        assertThat(accounts.securityVersion("carla")).isEqualTo(before);
        assertThat(accounts.securityVersion("nobody")).isZero();
    }
}
