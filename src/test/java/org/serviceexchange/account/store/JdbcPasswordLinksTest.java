package org.serviceexchange.account.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.AtOnce;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.account.PasswordLinkRows;
import org.serviceexchange.account.UserRows;
import org.serviceexchange.directory.Accounts;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcPasswordLinksTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    static List<DataSource> databases() {
        return BothDatabases.named("password_links");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areUsedOnceWhileTheAccountIsAsItWas(DataSource database) throws InterruptedException {
        JdbcClient jdbc = tables(database);
        PasswordLinkRows rows = rows(jdbc);
        rows.replace("abel", "first", NOW, NOW.plusSeconds(60));
        rows.replace("abel", "second", NOW, NOW.plusSeconds(60));
        assertThat(rows.userOf("first", NOW)).isEmpty();
        assertThat(rows.userOf("second", NOW.plusSeconds(59))).contains("abel");
        assertThat(rows.userOf("second", NOW.plusSeconds(60))).isEmpty();
        assertThat(rows.madeAfter("abel", NOW.minusSeconds(1))).isTrue();
        assertThat(rows.madeAfter("abel", NOW)).isFalse();
        jdbc.sql("update account set security_version = 8").update();
        assertThat(rows.userOf("second", NOW)).isEmpty();
        assertThat(rows.take("second", NOW)).isFalse();
        jdbc.sql("update account set security_version = 7").update();
        assertThat(AtOnce.failures(() -> {
                    assertThat(rows.take("second", NOW)).isTrue();
                    return null;
                }))
                .hasSize(AtOnce.allButOne());
        rows.replace("abel", "third", NOW, NOW.plusSeconds(60));
        assertThat(rows.purge(NOW.plusSeconds(60))).isZero();
        assertThat(rows.purge(NOW.plusSeconds(61))).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("databases")
    void listUsersAlikeInBothDatabases(DataSource database) {
        JdbcClient jdbc = tables(database);
        jdbc.sql(
                        "insert into act_id_user (id_, first_, last_, email_, pwd_) values ('abel', 'Abel', 'Tuter', null, 'x')")
                .update();
        jdbc.sql("insert into act_id_user (id_) values ('unnamed')").update();
        UserRows users = new JdbcUserRows(jdbc);
        assertThat(users.find("abel t", "", 9))
                .containsExactly(new UserRows.Line("abel", "Abel", "Tuter", "", true, true));
        assertThat(users.find("", "abel", 9)).containsExactly(new UserRows.Line("unnamed", "", "", "", true, false));
    }

    private static PasswordLinkRows rows(JdbcClient jdbc) {
        Accounts accounts = mock();
        when(accounts.securityVersion("abel")).thenReturn(7L);
        return new JdbcPasswordLinks(jdbc, accounts);
    }

    private static JdbcClient tables(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of("password_link", "account", "contact", "act_id_user")) {
            jdbc.sql("drop table if exists " + table + " cascade").update();
        }
        jdbc.sql("create table account (user_id varchar(64) primary key, security_version bigint not null)")
                .update();
        jdbc.sql("create table contact (user_id varchar(64) primary key, active boolean)")
                .update();
        jdbc.sql("create table act_id_user (id_ varchar(64) primary key, first_ varchar(255), last_ varchar(255),"
                        + " email_ varchar(255), pwd_ varchar(255))")
                .update();
        jdbc.sql("insert into account values ('abel', 7)").update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V115__password_links.sql")).execute(database);
        return jdbc;
    }
}
