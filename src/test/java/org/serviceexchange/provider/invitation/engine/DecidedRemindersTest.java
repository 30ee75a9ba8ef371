package org.serviceexchange.provider.invitation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.engine.SharedMappings;
import org.serviceexchange.provider.invitation.ReminderPlan.Due;

/** The times of reminders in {@code processes/reminders.dmn}, as shipped and as an analyst changes them. */
class DecidedRemindersTest {

    private static final Instant MADE = Instant.parse("2026-03-01T10:00:00Z");

    private static ProcessEngine engine;

    @BeforeAll
    static void start() {
        var configuration = SharedMappings.in(new StandaloneInMemProcessEngineConfiguration());
        configuration.setProcessEngineName("reminders");
        configuration.setJdbcUrl("jdbc:h2:mem:reminders");
        configuration.setJobExecutorActivate(false);
        engine = configuration.buildProcessEngine();
    }

    @AfterAll
    static void stop() {
        engine.close();
    }

    @Test
    void remindAfterThreeAndSevenDaysAndForTheLastTimeTwoDaysBeforeTheEnd() throws IOException {
        deploy(shipped());
        assertThat(days(14)).containsExactly("3 REMINDER", "7 REMINDER", "12 LAST_REMINDER");
        assertThat(days(30)).containsExactly("3 REMINDER", "7 REMINDER", "28 LAST_REMINDER");
    }

    @Test
    void remindWhenTheAnalystSays() throws IOException {
        deploy(shipped()
                .replace("&gt;= 3<", "&gt;= 1<")
                .replace("&gt;= 7<", "&gt;= 5<")
                .replace("&lt;= 2<", "&lt;= 4<"));
        assertThat(days(14)).containsExactly("1 REMINDER", "5 REMINDER", "10 LAST_REMINDER");
    }

    @Test
    void sayWhenTheTableAnswersSomethingElse() throws IOException {
        deploy(shipped().replace("\"wait\"", "\"call\""));
        assertThatThrownBy(() -> days(14))
                .hasMessageContaining(
                        "the table of reminders answers “call”, which nobody understands; it may answer: remind,"
                                + " remind for the last time, wait");
    }

    private static String shipped() throws IOException {
        return Files.readString(Path.of("processes/reminders.dmn"));
    }

    private static void deploy(String table) {
        engine.getRepositoryService()
                .createDeployment()
                .addString("reminders.dmn", table)
                .deploy();
    }

    /** The days on which something is done about a link with this life; nothing is done twice on a day. */
    private static List<String> days(int life) {
        DecidedReminders reminders = new DecidedReminders(engine.getDecisionService());
        List<String> done = new ArrayList<>();
        Instant end = MADE.plus(Duration.ofDays(life));
        for (int day = 1; day < life; day++) {
            Due due = reminders.at(MADE.plus(Duration.ofDays(day)), MADE, end, done.size());
            if (due == Due.LAST_REMINDER) {
                done.add(day + " " + due);
                return done;
            }
            if (due == Due.REMINDER) {
                done.add(day + " " + due);
            }
        }
        return done;
    }
}
