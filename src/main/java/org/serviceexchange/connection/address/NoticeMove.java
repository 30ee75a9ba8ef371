package org.serviceexchange.connection.address;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notices that this instance was started with another address than before, and has its peers told. */
@Service
public class NoticeMove {

    /** For so long, connections that became active meanwhile are told too: they may have begun with a link to the former address. */
    private static final Duration LATE = Duration.ofDays(30);

    private final OwnAddresses own;
    private final AddressAnnouncements announcements;
    private final InstanceSettings instance;

    public NoticeMove(OwnAddresses own, AddressAnnouncements announcements, InstanceSettings instance) {
        this.own = own;
        this.announcements = announcements;
        this.instance = instance;
    }

    /** Compares the base URL with the one before. The first one ever is no move. Nodes that start at once may both notice the same. */
    @Transactional
    public void notice(Instant now) {
        URI baseUrl = instance.baseUrl();
        List<OwnAddresses.Used> before = own.all();
        if (baseUrl == null || (!before.isEmpty() && before.get(0).address().equals(baseUrl.toString()))) {
            return;
        }
        Instant since = now.truncatedTo(ChronoUnit.MICROS);
        own.add(baseUrl.toString(), since);
        if (!before.isEmpty()) {
            announcements.plan(baseUrl.toString(), since);
        }
    }

    /** Has connections told that became active since the last move. */
    @Transactional
    public int planLate(Instant now) {
        List<OwnAddresses.Used> all = own.all();
        if (all.size() > 1 && all.get(0).since().plus(LATE).isAfter(now)) {
            announcements.plan(all.get(0).address(), now.truncatedTo(ChronoUnit.MICROS));
        }
        return announcements.removeEnded();
    }
}
