package org.serviceexchange.notice;

import java.util.List;
import java.util.Objects;
import org.serviceexchange.notice.NoticeSubjects.Cared;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Component;

/** Writes the content of e-mails with notices. */
@Component
class NoticeDigests {

    /** As many lines as one reads. */
    private static final int MOST = 50;

    private final List<NoticeSubjects> subjects;
    private final NoticeReaders readers;
    private final InstanceSettings instance;

    NoticeDigests(List<NoticeSubjects> subjects, NoticeReaders readers, InstanceSettings instance) {
        this.subjects = subjects;
        this.readers = readers;
        this.instance = instance;
    }

    NoticeDigest of(List<NoticeLine> lines, boolean forUser) {
        return new NoticeDigest(
                instance.name(),
                lines.stream()
                        .limit(MOST)
                        .map(NoticeLine::event)
                        .map(this::line)
                        .toList(),
                Math.max(0, lines.size() - MOST),
                address("/"),
                forUser ? address(NoticePaths.PAGE) : "");
    }

    private NoticeDigest.Line line(NoticeEvent event) {
        String page =
                NoticeSubjects.find(subjects, event.subject()).map(Cared::page).orElse("/");
        return new NoticeDigest.Line(
                event.kind().label(),
                event.subject(),
                event.author().isEmpty() ? "" : readers.nameOf(event.author()),
                event.message(),
                event.at(),
                address(page));
    }

    private String address(String path) {
        return Objects.toString(instance.baseUrl(), "") + path;
    }
}
