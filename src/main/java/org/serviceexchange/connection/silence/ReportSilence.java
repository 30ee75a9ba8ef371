package org.serviceexchange.connection.silence;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.silence.SilentConnections.Silence;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.notice.NoticeSettings;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Notes once that the other side of a connection has not answered for long, and once that it answers again. The state of the
 * heartbeats goes on being computed from ages; this only decides when people are told.
 */
@Service
public class ReportSilence {

    private static final Logger LOG = LoggerFactory.getLogger(ReportSilence.class);

    private static final int AT_ONCE = 500;

    private final SilentConnections connections;
    private final NoticeSettings settings;
    private final Journal journal;
    private final TransactionTemplate transaction;

    public ReportSilence(
            SilentConnections connections, NoticeSettings settings, Journal journal, TransactionTemplate transaction) {
        this.connections = connections;
        this.settings = settings;
        this.journal = journal;
        this.transaction = transaction;
    }

    /**
     * Reports some of it; the rest comes the next time. Each connection has a transaction of its own, and none may be open
     * before: a journal that was altered does not hinder the others.
     */
    public void report(Instant now) {
        Instant since = now.minus(settings.silentAfter());
        note(connections.begun(since, now, AT_ONCE), true, "silence.note.begun");
        note(connections.over(since, AT_ONCE), false, "silence.note.over");
    }

    private void note(List<Silence> found, boolean silent, String key) {
        for (Silence one : found) {
            try {
                transaction.executeWithoutResult(status -> note(one, silent, key));
            } catch (RuntimeException e) {
                LOG.warn("The silence of {} could not be noted.", one.module(), e);
            }
        }
    }

    private void note(Silence one, boolean silent, String key) {
        if (connections.note(one.module(), silent)) {
            journal.workNote(one.subject(), Journal.SYSTEM, LocalizedMessage.of(key, one.answeredAt()));
        }
    }
}
