package org.serviceexchange.connection.silence;

import java.util.Map;
import java.util.Optional;
import org.serviceexchange.notice.NoticeKind;
import org.serviceexchange.notice.NoticeSource;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.springframework.stereotype.Component;

/** What of the life of connections admins hear by e-mail, alike on both sides. */
@Component
class LifeNotices implements NoticeSource {

    private static final Map<String, NoticeKind> KINDS = Map.of(
            "silence.note.begun", NoticeKind.DOWN,
            "silence.note.over", NoticeKind.DOWN,
            "heartbeat.note.quarantined", NoticeKind.QUARANTINED,
            "heartbeat.note.copy", NoticeKind.QUARANTINED,
            "heartbeat.note.stopped", NoticeKind.QUARANTINED);

    @Override
    public Optional<NoticeKind> kindOf(String subject, LocalizedMessage entry) {
        return Optional.ofNullable(KINDS.get(entry.key()));
    }
}
