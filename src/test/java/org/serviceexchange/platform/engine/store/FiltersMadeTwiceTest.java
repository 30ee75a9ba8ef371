package org.serviceexchange.platform.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Databases in which two first logins at the same moment made two filters heal, and others stay as they are. */
class FiltersMadeTwiceTest {

    static Stream<DataSource> databases() {
        return BothDatabases.named("filters_twice").stream();
    }

    @ParameterizedTest
    @MethodSource("databases")
    void theFirstOfTwoStays(DataSource database) {
        flyway(database, "91").migrate();
        JdbcClient jdbc = JdbcClient.create(database);
        for (String filter : List.of("a1", "a2", "a3", "b1")) {
            String user = filter.startsWith("a") ? "abel" : "beth";
            jdbc.sql("insert into act_id_info (id_, rev_, user_id_, type_, key_, value_)"
                            + " values (?, 1, ?, 'userinfo', 'tasklist.filter.myTasks', ?)")
                    .params("info-" + filter, user, filter)
                    .update();
            jdbc.sql("insert into act_ru_filter (id_, rev_, resource_type_, name_, owner_, query_)"
                            + " values (?, 1, 'Task', 'My tasks', ?, '{}')")
                    .params(filter, user)
                    .update();
            jdbc.sql(
                            "insert into act_ru_authorization (id_, rev_, type_, user_id_, resource_type_, resource_id_, perms_)"
                                    + " values (?, 1, 1, ?, 5, ?, 1)")
                    .params("right-" + filter, user, filter)
                    .update();
        }

        flyway(database, "latest").migrate();

        for (String kept : List.of(
                "select value_ from act_id_info order by id_",
                "select id_ from act_ru_filter order by id_",
                "select resource_id_ from act_ru_authorization order by id_")) {
            assertThat(jdbc.sql(kept).query(String.class).list()).containsExactly("a1", "b1");
        }
    }

    private static Flyway flyway(DataSource database, String target) {
        return Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration")
                .javaMigrations(new EngineSchema())
                .target(target)
                .outOfOrder(true)
                .load();
    }
}
