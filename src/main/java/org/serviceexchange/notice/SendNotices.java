package org.serviceexchange.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.directory.User;
import org.serviceexchange.platform.mail.MailNotSent;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Sends notices: at most one e-mail an hour to each recipient, with all that came in between. A failed one is repeated with
 * growing pauses; each line is given up when it is three days old, and what is given up stands on the page of notices.
 */
@Service
class SendNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);

    private static final Duration QUIET = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofDays(3);

    /** Longer than any mail server takes, so that lines are sent twice only if their node died. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6));

    private static final int AT_ONCE = 100;

    private final NoticeOutbox outbox;
    private final NoticeReaders readers;
    private final NoticeChoices choices;
    private final NoticeDigests digests;
    private final NoticeMail mail;
    private final Clock clock;

    SendNotices(
            NoticeOutbox outbox,
            NoticeReaders readers,
            NoticeChoices choices,
            NoticeDigests digests,
            NoticeMail mail,
            Clock clock) {
        this.outbox = outbox;
        this.readers = readers;
        this.choices = choices;
        this.digests = digests;
        this.mail = mail;
        this.clock = clock;
    }

    /** Sends what is due. */
    void sendDue() {
        Instant now = now();
        List<NoticeRecipient> ready = outbox.ready(now, now.minus(QUIET), AT_ONCE);
        for (NoticeRecipient recipient : ready) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            try {
                send(recipient);
            } catch (RuntimeException e) {
                LOG.warn("Notices to {} could not be sent and are tried again.", recipient.name(), e);
            }
        }
    }

    private void send(NoticeRecipient recipient) {
        if (!recipient.user()) {
            send(recipient, recipient.name(), null);
            return;
        }
        Optional<User> user = readers.find(recipient.name());
        user.ifPresent(
                found -> send(recipient, found.mail(), choices.of(found.id()).language()));
        if (user.isEmpty()) {
            outbox.drop(recipient);
        }
    }

    private void send(NoticeRecipient recipient, String address, @Nullable Locale language) {
        Instant now = now();
        List<NoticeLine> lines = outbox.take(recipient, now, now.plus(LEASE));
        if (lines.isEmpty()) {
            return;
        }
        List<Long> ids = lines.stream().map(NoticeLine::id).toList();
        try {
            mail.send(address, language, digests.of(lines, recipient.user()));
        } catch (MailNotSent refused) {
            failed(lines, refused.problem().finding());
            return;
        } catch (RuntimeException e) {
            Problem unexpected = new Problem(
                    ProblemCode.UNEXPECTED,
                    now().truncatedTo(ChronoUnit.SECONDS).toString());
            LOG.warn("Notices to {} could not be sent ({}).", recipient.name(), unexpected.getMessage(), e);
            failed(lines, unexpected.finding());
            return;
        }
        outbox.sent(ids, now());
    }

    /** The next e-mail brings again what is not given up, all at once. */
    private void failed(List<NoticeLine> lines, Finding why) {
        int tries = lines.stream().mapToInt(NoticeLine::tries).max().orElse(0);
        Instant again = now().plus(PAUSES.get(Math.min(tries, PAUSES.size() - 1)));
        Map<Boolean, List<Long>> ended = lines.stream()
                .collect(Collectors.partitioningBy(
                        line -> ended(line, again), Collectors.mapping(NoticeLine::id, Collectors.toList())));
        ended.forEach((over, ids) -> {
            if (!ids.isEmpty()) {
                outbox.failed(ids, over ? null : again, now(), why);
            }
        });
    }

    /** A line has its own age; one that is old because a person wants it tried again has all its tries. */
    private static boolean ended(NoticeLine line, Instant again) {
        return line.tries() >= PAUSES.size() && again.isAfter(line.event().at().plus(LIFE));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
