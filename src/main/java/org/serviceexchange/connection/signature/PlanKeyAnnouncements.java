package org.serviceexchange.connection.signature;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.serviceexchange.connection.state.SharedRecords;
import org.serviceexchange.kmf.SignatureKeyReplaced;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has every peer told of a new signature key, from the transaction on that makes it. */
@Service
public class PlanKeyAnnouncements {

    /** More than are ever under way at once. */
    private static final int ALL = 1_000_000;

    private final KeyAnnouncements announcements;
    private final ObjectProvider<SharedRecords> records;
    private final Clock clock;

    public PlanKeyAnnouncements(KeyAnnouncements announcements, ObjectProvider<SharedRecords> records, Clock clock) {
        this.announcements = announcements;
        this.records = records;
        this.clock = clock;
    }

    /** What is on its way goes on under the key with which it began, and its peer is told once it lives. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void plan(SignatureKeyReplaced replaced) {
        announcements.plan(
                replaced.former(), replaced.now(), onTheirWay(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    /** Forgets records that have ended, once their peers were asked for the last time. */
    @Transactional
    public int removeEnded() {
        // Read first: what completes meanwhile is among these, or lives already
        Set<String> kept = Set.copyOf(onTheirWay());
        List<String> others = announcements.ended().stream()
                .filter(record -> !kept.contains(record))
                .toList();
        others.forEach(announcements::remove);
        return others.size();
    }

    private List<String> onTheirWay() {
        return records.stream().flatMap(side -> side.begun(ALL).stream()).toList();
    }
}
