package org.serviceexchange.platform.web.store;

import javax.sql.DataSource;
import org.serviceexchange.platform.web.throttle.AttemptBudgets;
import org.serviceexchange.platform.web.throttle.LoginThrottleSettings;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Full budgets in a database. */
public final class TestBudgets {

    private TestBudgets() {}

    public static AttemptBudgets in(DataSource database, LoginThrottleSettings settings) {
        JdbcClient jdbc = JdbcClient.create(database);
        jdbc.sql("drop table if exists attempt_budget").update();
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V181__attempt_budgets.sql"))
                .execute(database);
        return new JdbcAttemptBudgets(jdbc, settings);
    }
}
