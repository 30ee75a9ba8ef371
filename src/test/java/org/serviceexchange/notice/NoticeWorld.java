package org.serviceexchange.notice;

import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.MovableClock;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.JournalEntryAppended;
import org.serviceexchange.notice.NoticeSubjects.Cared;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.mail.MailIdentity;
import org.serviceexchange.platform.mail.MailServer;
import org.serviceexchange.platform.mail.MailWriter;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/** The whole module with a database and a mail server, and registrations of the admin paula. */
final class NoticeWorld implements AutoCloseable {

    /** A registration whose row was edited in the database. */
    static final String ALTERED = "REG0009999";

    static final String TEAM = "team@provider.example";

    final GreenMail server = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_SMTP));
    final MovableClock clock = MovableClock.standing();
    final Users users = mock();
    final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    NoticeWorld(DataSource database) {
        JdbcClient jdbc = JdbcClient.create(database);
        for (String table : List.of("notice_event", "notice_line", "notice_choice")) {
            jdbc.sql("drop table if exists " + table).update();
        }
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V126__notices.sql")).execute(database);
        server.start();
        sender.setHost("localhost");
        sender.setPort(server.getSmtp().getPort());
        when(users.findActive(anyString())).thenReturn(Optional.empty());
        when(users.find(anyString())).thenReturn(Optional.empty());
        knows("paula", "paula@provider.example", Role.SERVICE_EXCHANGE_ADMIN);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(Users.class, () -> users);
        context.registerBean(InstanceSettings.class, TestInstanceSettings::valid);
        context.registerBean(JavaMailSenderImpl.class, () -> sender);
        context.registerBean(MailIdentity.class, English::new);
        context.registerBean(
                NoticeSettings.class, () -> new NoticeSettings(List.of(TEAM), java.time.Duration.ofDays(1)));
        context.registerBean(NoticeSource.class, () -> (subject, entry) -> kind(entry));
        context.registerBean(NoticeSubjects.class, () -> NoticeWorld::cared);
        context.register(Scan.class, MailServer.class, MailWriter.class);
        context.refresh();
    }

    private static Optional<Cared> cared(String subject) {
        if (subject.equals(ALTERED)) {
            throw new Problem(ProblemCode.RECORD_ALTERED, subject);
        }
        return subject.startsWith("REG")
                ? Optional.of(new Cared("paula", "/registrations/" + subject))
                : Optional.empty();
    }

    void knows(String user, String mail, Role role) {
        User known = new User(user, "Paula Provider", mail, Set.of(role));
        when(users.findActive(user)).thenReturn(Optional.of(known));
        when(users.find(user)).thenReturn(Optional.of(known));
    }

    /** The key of an entry names its kind. */
    private static Optional<NoticeKind> kind(LocalizedMessage entry) {
        return switch (entry.key()) {
            case "provider.note.active" -> Optional.of(NoticeKind.ONBOARDED);
            case "provider.note.mismatch" -> Optional.of(NoticeKind.WRONG_USER);
            default -> Optional.empty();
        };
    }

    void happens(String subject, String author, LocalizedMessage message) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> publish(subject, author, message));
    }

    void isRolledBack(String subject, LocalizedMessage message) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            publish(subject, "", message);
            status.setRollbackOnly();
        });
    }

    private void publish(String subject, String author, LocalizedMessage message) {
        Author by = author.isEmpty() ? Author.SYSTEM : Author.of(author);
        context.publishEvent(new JournalEntryAppended(subject, by, message, clock.instant()));
    }

    /** What the housekeeping of one minute does. */
    void round() {
        boolean more = true;
        while (more) {
            more = context.getBean(DistributeNotices.class).distribute();
        }
        context.getBean(SendNotices.class).sendDue();
    }

    NoticeOutbox outbox() {
        return context.getBean(NoticeOutbox.class);
    }

    NoticeChoices choices() {
        return context.getBean(NoticeChoices.class);
    }

    @Override
    public void close() {
        context.close();
        server.stop();
    }

    /** Everything of the module but its pages; registered by hand, so that no other test finds it. */
    @EnableTransactionManagement(proxyTargetClass = true)
    @ComponentScan(
            basePackageClasses = NoticeKind.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = "org\\.serviceexchange\\.notice\\.web\\..*"))
    static class Scan {}

    /** The identity of an English provider. */
    private static final class English implements MailIdentity {

        @Override
        public @Nullable String mailFrom() {
            return null;
        }

        @Override
        public Locale mailLanguage() {
            return Locale.ENGLISH;
        }
    }
}
