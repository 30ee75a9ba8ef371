package org.serviceexchange.connection.announcement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.platform.problem.Finding;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The announcements of one feature, which adds whom it tells. */
public abstract class StoredAnnouncements implements Announcements {

    private final Announcements table;

    protected StoredAnnouncements(Announcements table) {
        this.table = table;
    }

    @Override
    public List<Announcement> due(Instant now, int limit) {
        return table.due(now, limit);
    }

    @Override
    @Transactional
    public boolean take(Announcement announcement, Instant until) {
        return table.take(announcement, until);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void failed(Announcement announcement, Finding why, Instant again) {
        table.failed(announcement, why, again);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean known(Announcement announcement, Instant at) {
        return table.known(announcement, at);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean giveUp(String record, String user) {
        return table.giveUp(record, user);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void again(Instant now) {
        table.again(now);
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean again(String record, Instant now) {
        return table.again(record, now);
    }

    @Override
    public Optional<Announcement> of(String record) {
        return table.of(record);
    }

    @Override
    public Progress progress() {
        return table.progress();
    }

    @Override
    public List<Announcement> open(int limit) {
        return table.open(limit);
    }
}
