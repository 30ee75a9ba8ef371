package org.serviceexchange.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.serviceexchange.Guarantee;
import org.serviceexchange.InstanceTest;
import org.serviceexchange.TestInstanceSettings;
import org.serviceexchange.directory.Accounts;
import org.serviceexchange.directory.Directory;
import org.serviceexchange.directory.PasswordLinks.Delivery;
import org.serviceexchange.directory.Users;
import org.serviceexchange.journey.Await;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.kmf.RandomSecrets;
import org.serviceexchange.platform.access.Role;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Password links over the real directory, keys and tables; only the mail server is made up. */
@InstanceTest
class OneTimeLinksTest {

    private static final String PASSWORD = "a password by link";

    @Autowired
    Users users;

    @Autowired
    Accounts accounts;

    @Autowired
    Directory directory;

    @Autowired
    PasswordLinkRows rows;

    @Autowired
    UsePasswordLink use;

    @Autowired
    KeyedHash keyedHash;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private final String user = "link-" + UUID.randomUUID();
    private final FakeMail mail = new FakeMail();
    private MakePasswordLink links;
    private SetPassword setPassword;
    private PasswordLetters letters;

    @BeforeEach
    void inviteAUser() {
        users.create(user, "Lin", "Ker", user + "@example.com", null, Set.of(Role.CONTACT));
        links = new MakePasswordLink(new RandomSecrets(), keyedHash, rows, TestInstanceSettings.valid(), clock);
        setPassword = new SetPassword(links, rows, use, users, clock);
        letters = new PasswordLetters(mail, users, directory, TestInstanceSettings.valid());
    }

    @Test
    @Guarantee(of = SetPassword.class, says = "A password link is used once.")
    void isUsedOnce() {
        String secret = made();
        assertThat(users.authenticate(user, "")).isEmpty();
        assertThat(setPassword.userOf(secret)).isEqualTo(user);

        setPassword.set(secret, PASSWORD);

        assertThat(users.authenticate(user, PASSWORD)).isPresent();
        refused(secret);
        assertThatThrownBy(() -> use.up(links.hashOf(secret), user, users.hash("another password")))
                .isInstanceOf(Problem.class);
        assertThat(users.authenticate(user, PASSWORD)).isPresent();
    }

    @Test
    @Guarantee(of = MakePasswordLink.class, says = "A new link ends the earlier one of the same user.")
    void endsWithANewLink() {
        String first = made();
        String second = made();
        refused(first);
        assertThat(setPassword.userOf(second)).isEqualTo(user);
    }

    @Test
    @Guarantee(
            of = SetPassword.class,
            says =
                    "A password link ends when the user's password is changed, the user's sessions are ended, or the user is deactivated.")
    void endsWithEveryChangeOfTheAccount() {
        String changed = made();
        users.changePassword(user, users.hash(PASSWORD));
        refused(changed);
        String ended = made();
        users.endSessions(user);
        refused(ended);
        String deactivated = made();
        accounts.setActive(user, false);
        refused(deactivated);
        refused(made());
        accounts.setActive(user, true);
        refused(deactivated);
    }

    @Test
    void livesForALimitedTime() {
        MadeLink link = links.make(user, Duration.ofHours(1));
        var late = new SetPassword(links, rows, use, users, Clock.offset(clock, Duration.ofMinutes(61)));
        assertThatThrownBy(() -> late.userOf(secret(link.link())))
                .hasMessage("This link cannot be used: it was used before, has expired, or a newer one was made."
                        + " Choose \u201CForgot password?\u201D on the login page, or ask an admin for a new link.");
        assertThat(setPassword.userOf(secret(link.link()))).isEqualTo(user);
    }

    @Test
    void refusesAPasswordThatIsTooShortAndStaysUsable() {
        String secret = made();
        assertThatThrownBy(() -> setPassword.set(secret, "short"))
                .hasMessageStartingWith("Password is not valid: it has fewer than 12 characters.");
        assertThat(setPassword.userOf(secret)).isEqualTo(user);
    }

    @Test
    @Guarantee(
            of = MakePasswordLink.class,
            says = "The secret of a password link has 256 random bits and is kept as a keyed hash only.")
    void isKeptAsAHashOnly() {
        String secret = made();
        assertThat(secret).hasSize(43).isNotEqualTo(made());
        assertThat(jdbc.sql("select * from password_link where user_id = ?")
                        .param(user)
                        .query()
                        .singleRow()
                        .toString())
                .contains(user)
                .doesNotContain(secret);
    }

    @Test
    @Guarantee(
            of = IssuePasswordLink.class,
            says = "Only an admin of the instance gets to see a password link of somebody else.")
    void isShownToAdminsOnlyWhenMailIsOffOrFails() {
        var issue = new IssuePasswordLink(users, links, letters, rows);
        mail.on = false;
        assertThat(issue.issue(user, false)).isEqualTo(new Delivery(user, null, null, null));
        assertThat(setPassword.userOf(secret(issue.issue(user, true).link()))).isEqualTo(user);
        mail.on = true;
        Delivery sent = issue.issue(user, true);
        assertThat(sent).isEqualTo(new Delivery(user, user + "@example.com", null, null));
        assertThat(setPassword.userOf(secret(mail.sent.get(0).link()))).isEqualTo(user);
        assertThat(mail.sent.get(0).first()).isTrue();
        mail.fails = true;
        assertThat(issue.issue(user, true).why().code()).isEqualTo(ProblemCode.MAIL_NOT_TAKEN);
        Delivery hidden = issue.issue(user, false);
        assertThat(hidden.link()).isNull();
        assertThat(hidden.why()).isNotNull();
        assertThat(rows.madeAfter(user, clock.instant().minusSeconds(99))).isFalse();
    }

    @Test
    void goesToNobodyElseThanContactsUnlessAnAdminAsks() {
        users.changeRoles(user, Set.of(Role.CONTACT, Role.KMF_ADMIN));
        var issue = new IssuePasswordLink(users, links, letters, rows);
        assertThatThrownBy(() -> issue.issue(user, false)).hasMessageContaining("has other roles on this instance");
        assertThatThrownBy(() -> issue.issue("nobody", true))
                .hasMessage("There is no user named nobody. Choose a user from the list.");
        accounts.setActive(user, false);
        assertThatThrownBy(() -> issue.issue(user, true))
                .hasMessage("The user " + user + " is deactivated. Activate the user first.");
        assertThat(mail.sent).isEmpty();
    }

    @Test
    @Guarantee(of = ForgottenPassword.class, says = "A user gets at most one asked link in five minutes.")
    void isSentOnceInFiveMinutesToWhoeverForgotThePassword() {
        var work = ForgottenPassword.oneThread();
        ForgottenPassword forgotten = new ForgottenPassword(users, links, letters, rows, clock, work);
        List.of("nobody", user, user, user).forEach(forgotten::ask);
        Await.until("the work is done", () -> work.getCompletedTaskCount() == 4);
        assertThat(mail.sent).extracting(PasswordLinkMail.Letter::userId).containsExactly(user);
        new ForgottenPassword(users, links, letters, rows, Clock.offset(clock, Duration.ofMinutes(6))).ask(user);
        Await.until("another e-mail is there", () -> mail.sent.size() == 2);
        forgotten.destroy();
    }

    @Test
    @Guarantee(
            of = ForgottenPassword.class,
            says =
                    "Whoever asks for a link does not learn whether the user exists, neither by the answer nor by its time.")
    @Guarantee(of = ForgottenPassword.class, says = "No more than twenty requests wait.")
    void answersBeforeAnyWorkIsDoneAndKeepsNoMoreThanTwentyRequests() {
        var work = ForgottenPassword.oneThread();
        ForgottenPassword forgotten = new ForgottenPassword(users, links, letters, rows, clock, work);
        synchronized (mail) {
            // Sending waits for this lock, which the thread that asks holds all the time
            forgotten.ask(user);
            Await.until("the first one is being sent", mail::waits);
            for (int i = 0; i < 100; i++) {
                forgotten.ask("nobody-" + i);
            }
            assertThat(work.getQueue()).hasSize(20);
            assertThat(mail.sent).isEmpty();
        }
        Await.until("the e-mail is there", () -> mail.sent.size() == 1);
        forgotten.destroy();
    }

    private String made() {
        return secret(links.make(user, Duration.ofHours(1)).link());
    }

    private static String secret(URI link) {
        assertThat(link.toString()).startsWith("https://provider.example.com/password/link?secret=");
        return link.getQuery().substring("secret=".length());
    }

    private void refused(String secret) {
        assertThatThrownBy(() -> setPassword.userOf(secret))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.PASSWORD_LINK_REFUSED));
    }

    private static final class FakeMail implements PasswordLinkMail {

        private final List<Letter> sent = new ArrayList<>();
        private volatile boolean on = true;
        private volatile boolean fails;
        private volatile Thread sending;

        boolean waits() {
            Thread thread = sending;
            return thread != null && thread.getState() == Thread.State.BLOCKED;
        }

        @Override
        public boolean on() {
            return on;
        }

        @Override
        public void send(Letter letter) {
            sending = Thread.currentThread();
            synchronized (this) {
                if (fails) {
                    throw new MailNotSent(new Problem(ProblemCode.MAIL_NOT_TAKEN, "mail.example", "full"), false);
                }
                sent.add(letter);
            }
        }
    }
}
