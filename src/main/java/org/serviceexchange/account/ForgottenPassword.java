package org.serviceexchange.account;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.serviceexchange.directory.User;
import org.serviceexchange.directory.Users;
import org.serviceexchange.platform.mail.MailNotSent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;

/**
 * Sends a link to a user who forgot the password. All work is done after the answer, one request after the other.
 *
 * <p>Security guarantees: Whoever asks for a link does not learn whether the user exists, neither by the answer nor by
 * its time. A user gets at most one asked link in five minutes. No more than twenty requests wait.
 */
@Service
public class ForgottenPassword implements DisposableBean {

    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int MOST_WAITING = 20;

    private static final Logger LOG = LoggerFactory.getLogger(ForgottenPassword.class);

    private final Users users;
    private final MakePasswordLink links;
    private final PasswordLetters letters;
    private final PasswordLinkRows rows;
    private final Clock clock;
    private final ThreadPoolExecutor work;

    @Autowired
    ForgottenPassword(
            Users users, MakePasswordLink links, PasswordLetters letters, PasswordLinkRows rows, Clock clock) {
        this(users, links, letters, rows, clock, oneThread());
    }

    ForgottenPassword(
            Users users,
            MakePasswordLink links,
            PasswordLetters letters,
            PasswordLinkRows rows,
            Clock clock,
            ThreadPoolExecutor work) {
        this.users = users;
        this.links = links;
        this.letters = letters;
        this.rows = rows;
        this.clock = clock;
        this.work = work;
    }

    static ThreadPoolExecutor oneThread() {
        var work = new ThreadPoolExecutor(1, 1, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(MOST_WAITING), run -> {
            Thread thread = new Thread(run, "forgotten-password");
            thread.setDaemon(true);
            return thread;
        });
        work.allowCoreThreadTimeOut(true);
        return work;
    }

    /** Returns at once; beyond the bound nothing happens, because a person can ask again. */
    public void ask(String userId) {
        try {
            work.execute(() -> send(userId));
        } catch (RejectedExecutionException full) {
            LOG.warn("More requests for new passwords than this instance answers; one was dropped.");
        }
    }

    private void send(String userId) {
        try {
            users.findActive(userId).filter(this::due).ifPresent(this::send);
        } catch (RuntimeException e) {
            LOG.warn("A link for a forgotten password could not be made.", e);
        }
    }

    private boolean due(User user) {
        return letters.reach(user) && !rows.madeAfter(user.id(), clock.instant().minus(PAUSE));
    }

    private void send(User user) {
        try {
            letters.send(user, links.make(user.id(), LIFE));
            LOG.info("User {} asked for a link for setting a new password", user.id());
        } catch (MailNotSent refused) {
            rows.remove(user.id());
            LOG.warn("The link for a forgotten password of user {} was not sent: {}", user.id(), refused.getMessage());
        }
    }

    @Override
    public void destroy() {
        work.shutdownNow();
    }
}
