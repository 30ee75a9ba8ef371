package org.serviceexchange.platform.mail.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.serviceexchange.BothDatabases;
import org.serviceexchange.MovableClock;
import org.serviceexchange.platform.mail.SentMail;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.DatabasePopulatorUtils;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Alike on H2 and PostgreSQL. */
class JdbcSentMailsTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    static List<DataSource> databases() {
        return BothDatabases.named("sent_mails");
    }

    @ParameterizedTest
    @MethodSource("databases")
    void areTakenOnceAndForgottenInTheEnd(DataSource database) {
        DatabasePopulatorUtils.execute(
                new ResourceDatabasePopulator(new ClassPathResource("db/migration/V196__sent_mail.sql")), database);
        MovableClock clock = MovableClock.standingAt(NOW);
        JdbcSentMails mails = new JdbcSentMails(JdbcClient.create(database), clock);
        SentMail invitation = new SentMail(UUID.randomUUID(), "REG0001001", "invitation", NOW.plusSeconds(60));
        SentMail comment = new SentMail(UUID.randomUUID(), "REG0001002", "comment", null);
        mails.add(invitation);
        clock.move(Duration.ofSeconds(1));
        mails.add(comment);
        assertThat(mails.take(invitation.id())).contains(invitation);
        assertThat(mails.take(invitation.id())).isEmpty();
        assertThat(mails.take(UUID.randomUUID())).isEmpty();
        assertThat(mails.purge(NOW.plusSeconds(1))).isZero();
        assertThat(mails.take(comment.id())).contains(comment);
        mails.add(comment);
        assertThat(mails.purge(NOW.plusSeconds(2))).isEqualTo(1);
        assertThat(mails.take(comment.id())).isEmpty();
    }
}
