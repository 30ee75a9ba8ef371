package org.serviceexchange.connection.silence;

import java.time.Instant;
import java.util.List;
import org.serviceexchange.connection.silence.SilentConnections.Silence;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.notice.NoticeSettings;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes once that the other side of a connection has not answered for long, and once that it answers again. The state of the
 * heartbeats goes on being computed from ages; this only decides when people are told.
 */
@Service
public class ReportSilence {

    private static final int AT_ONCE = 500;

    private final SilentConnections connections;
    private final NoticeSettings settings;
    private final Journal journal;

    public ReportSilence(SilentConnections connections, NoticeSettings settings, Journal journal) {
        this.connections = connections;
        this.settings = settings;
        this.journal = journal;
    }

    /** Reports some of it; the rest comes the next time. */
    @Transactional
    public void report(Instant now) {
        Instant since = now.minus(settings.silentAfter());
        note(connections.begun(since, now, AT_ONCE), true, "silence.note.begun");
        note(connections.over(since, AT_ONCE), false, "silence.note.over");
    }

    private void note(List<Silence> found, boolean silent, String key) {
        for (Silence one : found) {
            if (connections.note(one.module(), silent)) {
                journal.workNote(one.subject(), Journal.SYSTEM, LocalizedMessage.of(key, one.answeredAt()));
            }
        }
    }
}
