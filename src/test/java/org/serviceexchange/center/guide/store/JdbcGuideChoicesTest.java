package org.serviceexchange.center.guide.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.center.guide.GuideStep;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

class JdbcGuideChoicesTest {

    static List<DataSource> databases() {
        List<DataSource> databases = BothDatabases.named("first_start");
        databases.forEach(database -> {
            JdbcClient.create(database)
                    .sql("drop table if exists first_start_choice")
                    .update();
            new ResourceDatabasePopulator(new ClassPathResource("db/migration/V168__first_start.sql"))
                    .execute(database);
        });
        return databases;
    }

    @ParameterizedTest
    @MethodSource("databases")
    void remembersTheLastDecisionOnEachStep(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        var choices = new JdbcGuideChoices(jdbc, MovableClock.standing());
        assertThat(choices.leftOut()).isEmpty();
        choices.save(GuideStep.MAIL, true, "first.admin");
        choices.save(GuideStep.KEYS, false, "first.admin");
        choices.save(GuideStep.MAIL, false, "second.admin");
        assertThat(choices.leftOut()).isEqualTo(Map.of(GuideStep.MAIL, false, GuideStep.KEYS, false));
        assertThat(jdbc.sql("select user_id from first_start_choice where step = 'mail'")
                        .query(String.class)
                        .single())
                .isEqualTo("second.admin");
    }
}
