package org.serviceexchange.workshop.shipping.store;

import java.util.List;
import javax.sql.DataSource;
import org.serviceexchange.platform.store.Numbers;
import org.serviceexchange.platform.store.TestNumbers;
import org.serviceexchange.platform.store.TestTables;
import org.serviceexchange.workshop.shipping.ShippedVersions;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Shipped versions in a database that several nodes share. */
public final class StoredVersions {

    private StoredVersions() {}

    /** Makes their tables anew. */
    public static void empty(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of("process_version", "process_version_content", "number_range")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        TestTables.empty(database);
        jdbc.sql("create table number_range (prefix varchar(3), next_number bigint)")
                .update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V174__process_versions.sql"))
                .execute(database);
    }

    /** As a node sees them. */
    public static ShippedVersions of(DataSource database) {
        return of(database, TestNumbers.in(database));
    }

    static JdbcShippedVersions of(DataSource database, Numbers numbers) {
        return new JdbcShippedVersions(JdbcClient.create(database), TestTables.of(database), numbers);
    }
}
