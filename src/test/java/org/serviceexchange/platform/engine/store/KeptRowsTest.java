package org.serviceexchange.platform.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.platform.store.HousekeepingTask;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table in docs/operations.md says of each table of the database when a row goes. */
@InstanceTest
class KeptRowsTest {

    private static final Pattern NAME = Pattern.compile("`([a-z_*]+)`");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<HousekeepingTask> tasks;

    @Test
    void everyTableStandsInOneRow() throws IOException {
        List<String> rules = rules();
        assertThat(tables())
                .allSatisfy(table -> assertThat(rules)
                        .filteredOn(rule -> matches(rule, table))
                        .as("rows for %s", table)
                        .hasSize(1));
    }

    @Test
    void everyRowIsAboutTables() throws IOException {
        List<String> tables = tables();
        assertThat(rules())
                .hasSizeGreaterThan(10)
                .allSatisfy(rule -> assertThat(tables).anyMatch(table -> matches(rule, table)));
    }

    @Test
    void everyTaskOfTheHousekeepingIsNamed() throws IOException {
        String section = section();
        assertThat(tasks)
                .extracting(HousekeepingTask::name)
                .doesNotHaveDuplicates()
                .contains("oauth_grant", "process history")
                .allSatisfy(name -> assertThat(section).contains("*" + name + "*"));
    }

    private static boolean matches(String rule, String table) {
        return table.matches(rule.replace("*", ".*"));
    }

    private List<String> tables() {
        return jdbc.sql("select lower(table_name) from information_schema.tables where table_schema = 'PUBLIC'")
                .query(String.class)
                .list();
    }

    private static List<String> rules() throws IOException {
        return section()
                .lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.substring(0, line.indexOf('|', 1)))
                .flatMap(cell -> NAME.matcher(cell).results().map(found -> found.group(1)))
                .toList();
    }

    private static String section() throws IOException {
        String operations = Files.readString(Path.of("docs/operations.md"));
        int start = operations.indexOf("\n## What is kept, and for how long\n");
        assertThat(start).isPositive();
        return operations.substring(start, operations.indexOf("\n## ", start + 1));
    }
}
