package org.serviceexchange.connection.signature.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.serviceexchange.connection.announcement.Announcement;
import org.serviceexchange.connection.signature.KeyAnnouncements;
import org.serviceexchange.kmf.PinnedKeys;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The earlier keys that peers know: those of the peers that are being told. Who was given up on gets to see the active key. */
@Repository
class JdbcPinnedKeys implements PinnedKeys {

    private final KeyAnnouncements announcements;
    private final Clock clock;

    JdbcPinnedKeys(KeyAnnouncements announcements, Clock clock) {
        this.announcements = announcements;
        this.clock = clock;
    }

    @Override
    public Optional<String> ofRecord(String number) {
        return announcements
                .of(number)
                .filter(told -> told.knownAt() == null && told.givenUpBy() == null)
                .map(Announcement::before);
    }

    @Override
    public Optional<String> knownTo(String number) {
        return announcements.of(number).filter(told -> told.knownAt() == null).map(Announcement::before);
    }

    @Override
    @Transactional
    public void pinned(String number, String thumbprint, String active) {
        announcements.plan(number, thumbprint, active, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
