package org.serviceexchange.kmf.health;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.Health;
import org.serviceexchange.kmf.HealthReport;
import org.serviceexchange.kmf.HealthReport.ComponentHealth;
import org.serviceexchange.kmf.KmfBecameOperational;
import org.serviceexchange.kmf.KmfHealth;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Service;

/** Has the checks run when a report is needed, caches the report for some seconds, and tells who waits for a good one. */
@Service
class Diagnostics implements KmfHealth {

    private static final Logger LOG = LoggerFactory.getLogger(Diagnostics.class);

    /** How many times the age of a report may be exceeded while a busy machine still works on the next one. */
    private static final int REUSES_WHILE_RUNNING = 20;

    /** For how long the last report stands while no connection to the database is free. */
    private static final Duration WITHOUT_CONNECTION = Duration.ofMinutes(5);

    private final List<HealthCheck> checks;
    private final KeySample sample;
    private final KmfSettings settings;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ReentrantLock running = new ReentrantLock();
    private volatile @Nullable HealthReport last;

    Diagnostics(
            List<HealthCheck> checks,
            KeySample sample,
            KmfSettings settings,
            Clock clock,
            ApplicationEventPublisher events) {
        this.checks = List.copyOf(checks);
        this.sample = sample;
        this.settings = settings;
        this.clock = clock;
        this.events = events;
    }

    /**
     * While one thread runs the checks, other callers get the last report, even if it has become slightly too old,
     * instead of waiting: they may hold the database connection that the checks need.
     */
    @Override
    public HealthReport report() {
        HealthReport known = last;
        if (known != null && isYounger(known, settings.healthMaxAge())) {
            return known;
        }
        boolean othersRun = running.isLocked() && !running.isHeldByCurrentThread();
        if (known != null
                && othersRun
                && isYounger(known, settings.healthMaxAge().multipliedBy(REUSES_WHILE_RUNNING))) {
            return known;
        }
        return run(known == null);
    }

    private boolean isYounger(HealthReport report, Duration age) {
        Instant now = clock.instant();
        return !now.isBefore(report.checkedAt())
                && now.isBefore(report.checkedAt().plus(age));
    }

    @Override
    public HealthReport runAgain() {
        return run(true);
    }

    /**
     * Runs the checks that gate onboarding, and the others only if all are wanted: whoever needs a report to go on should not have
     * to wait for them, and they run each minute anyway.
     */
    private HealthReport run(boolean all) {
        HealthReport before;
        HealthReport report;
        running.lock();
        try {
            before = last;
            report = runOrKeep(before, all);
            last = report;
        } finally {
            running.unlock();
        }
        tell(before, report);
        return report;
    }

    private void tell(@Nullable HealthReport before, HealthReport now) {
        boolean was = before != null && before.gate() == Health.OPERATIONAL;
        if (now.gate() != Health.OPERATIONAL) {
            LOG.warn(
                    "Key management is not operational: {}. Onboarding waits; see the page Key Management, Health (Diagnostics).",
                    now.failing().inDefault());
        } else if (!was) {
            publish(new KmfBecameOperational(now.checkedAt()));
        }
    }

    /**
     * Runs at start, so the first onboarding need not wait for the checks and an unhealthy start appears in the log.
     */
    @EventListener(ApplicationReadyEvent.class)
    void checkAtStart() {
        runAgain();
    }

    private void publish(KmfBecameOperational event) {
        try {
            events.publishEvent(event);
        } catch (RuntimeException e) {
            LOG.error(
                    "A listener failed to handle the event that key management is operational. Waiting processes check again by timer.",
                    e);
        }
    }

    @Override
    public void requireOperational() {
        HealthReport report = report();
        if (report.gate() != Health.OPERATIONAL) {
            throw new Problem(ProblemCode.KMF_NOT_OPERATIONAL, report.failing());
        }
    }

    /** That no connection is free says nothing about the keys: the last report stands for a while. */
    private HealthReport runOrKeep(@Nullable HealthReport before, boolean all) {
        try {
            return reportOf(components(all ? null : before));
        } catch (DataAccessResourceFailureException e) {
            if (before != null && isYounger(before, WITHOUT_CONNECTION)) {
                LOG.warn("The health checks of key management got no connection to the database: {}", e.getMessage());
                return before;
            }
            return reportOf(unreadable(e));
        }
    }

    /** Of components that do not gate onboarding, the report before is believed as long as it says nothing bad. */
    private List<ComponentHealth> components(@Nullable HealthReport before) {
        try {
            KeyInventory keys = sample.take();
            return checks.stream()
                    .map(check -> believed(check, before)
                            .orElseGet(() -> HealthFinding.by(check, keys).of(check)))
                    .toList();
        } catch (DataAccessResourceFailureException e) {
            throw e;
        } catch (RuntimeException e) {
            return unreadable(e);
        }
    }

    private Optional<ComponentHealth> believed(HealthCheck check, @Nullable HealthReport before) {
        return Optional.ofNullable(before)
                .filter(report -> !check.gatesOnboarding())
                .map(report -> report.components().get(checks.indexOf(check)))
                .filter(component -> component.health() == Health.OPERATIONAL);
    }

    private List<ComponentHealth> unreadable(RuntimeException e) {
        LOG.error(
                "The key rows cannot be read from the database; all health checks report a malfunction. Check the database.",
                e);
        return checks.stream()
                .map(check -> HealthFinding.malfunction("keysUnreadable").of(check))
                .toList();
    }

    private HealthReport reportOf(List<ComponentHealth> components) {
        Health overall =
                Health.rollUp(components.stream().map(ComponentHealth::health).toList());
        return new HealthReport(overall, components, clock.instant());
    }
}
