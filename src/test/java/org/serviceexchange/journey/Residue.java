package org.serviceexchange.journey;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** What finished onboardings may not leave in the database of an instance that was stopped. */
final class Residue {

    private static final Map<String, String> NOTHING = Map.of(
            "incidents", "select count(*) from act_ru_incident",
            "steps that are not tried any more", "select count(*) from act_ru_job where retries_ = 0",
            "steps that are locked", "select count(*) from act_ru_job where lock_owner_ is not null",
            "processes of onboardings that go on", """
                    select count(*) from act_ru_execution
                    where proc_def_id_ like 'consumer-registration:%' or proc_def_id_ like 'provider-connection:%'""",
            "tasks of onboardings", """
                    select count(*) from act_ru_task
                    where proc_def_id_ like 'consumer-registration:%' or proc_def_id_ like 'provider-connection:%'""");

    private Residue() {}

    /** What is left in the embedded database of this home, in words. */
    static List<String> in(Path home) {
        return in(embedded(home)).stream()
                .map(left -> home.getFileName() + " has " + left)
                .toList();
    }

    /** What is left in a database, in words. */
    static List<String> in(DataSource source) {
        JdbcClient database = JdbcClient.create(source);
        List<String> left = new ArrayList<>();
        NOTHING.forEach((what, query) -> {
            long count = database.sql(query).query(Long.class).single();
            if (count > 0) {
                left.add(what + ": " + count);
            }
        });
        return left;
    }

    /** The keys of the connections that are in this state in a table of the embedded database of this home. */
    static List<String> keys(Path home, String table, String state) {
        return JdbcClient.create(embedded(home))
                .sql("select key_id from " + table + " where state = ?")
                .param(state)
                .query(String.class)
                .list();
    }

    private static DataSource embedded(Path home) {
        return new DriverManagerDataSource("jdbc:h2:file:" + home + "/database", "sa", "");
    }
}
