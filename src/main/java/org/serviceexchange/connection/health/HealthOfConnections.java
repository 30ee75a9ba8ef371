package org.serviceexchange.connection.health;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.serviceexchange.connection.health.HealthOverview.OfInstance;
import org.serviceexchange.connection.heartbeat.HeartbeatBatches;
import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.heartbeat.HeartbeatSettings;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.notice.NoticeOutbox;
import org.serviceexchange.platform.store.RefusedRecords;
import org.springframework.stereotype.Service;

/**
 * Says what is wrong with this instance and its connections: computed from ages and facts whenever somebody asks, never stored.
 */
@Service
public class HealthOfConnections {

    /** More is counted to here. */
    private static final int MOST_NOTICES = 100;

    /** So many heartbeats are sent early when a person has everything checked again. */
    private static final int HASTENED = 1000;

    private final ConnectionIssues issues;
    private final HeartbeatRows rows;
    private final HeartbeatSettings settings;
    private final HeartbeatBatches batches;
    private final KmfHealth keyManagement;
    private final RefusedRecords refusedRecords;
    private final NoticeOutbox notices;
    private final Clock clock;

    HealthOfConnections(
            ConnectionIssues issues,
            HeartbeatRows rows,
            HeartbeatSettings settings,
            HeartbeatBatches batches,
            KmfHealth keyManagement,
            RefusedRecords refusedRecords,
            NoticeOutbox notices,
            Clock clock) {
        this.issues = issues;
        this.rows = rows;
        this.settings = settings;
        this.batches = batches;
        this.keyManagement = keyManagement;
        this.refusedRecords = refusedRecords;
        this.notices = notices;
        this.clock = clock;
    }

    /** How everything is now. */
    public HealthOverview overview() {
        long connections = rows.count();
        Ages ages = Ages.at(clock.instant(), settings, connections);
        return HealthOverview.of(connections, issues.count(ages), ofInstance(), ages.now());
    }

    /** Connections that an issue touches, in the order of their numbers, after a number; so many at most. */
    public TouchedPage touched(ConnectionIssue issue, String after, int limit) {
        Ages ages = ages();
        List<String> numbers = issues.touched(issue, ages, after, limit + 1);
        boolean more = numbers.size() > limit;
        List<String> shown = more ? numbers.subList(0, limit) : numbers;
        return new TouchedPage(issues.of(shown, ages), more ? shown.get(limit - 1) : null);
    }

    /** What is wrong with this connection; empty if it does not live. */
    public Optional<TouchedConnection> of(String number) {
        return issues.of(List.of(number), ages()).stream().findFirst();
    }

    /** Examines key management anew, and has unanswered heartbeats sent at once; returns how many of these. */
    public int checkAgain() {
        keyManagement.runAgain();
        int hastened = issues.hasten(clock.instant(), HASTENED);
        batches.start();
        return hastened;
    }

    private Ages ages() {
        return Ages.at(clock.instant(), settings, rows.count());
    }

    private List<OfInstance> ofInstance() {
        List<OfInstance> found = new ArrayList<>();
        add(found, InstanceIssue.KEY_MANAGEMENT, failing(keyManagement.report()));
        add(found, InstanceIssue.RECORDS, refusedRecords.all().size());
        add(found, InstanceIssue.ONBOARDING, issues.stoppedOnboardings());
        add(found, InstanceIssue.NOTICES, notices.givenUp(MOST_NOTICES).size());
        return found;
    }

    private static void add(List<OfInstance> found, InstanceIssue issue, long count) {
        if (count > 0) {
            found.add(new OfInstance(issue, count));
        }
    }

    /** Components for which onboarding waits; records that do not stand are an issue of their own. */
    private static long failing(HealthReport report) {
        return report.components().stream()
                .filter(HealthReport.ComponentHealth::gatesOnboarding)
                .filter(component -> component.health() == Health.DEGRADED || component.health() == Health.MALFUNCTION)
                .count();
    }
}
