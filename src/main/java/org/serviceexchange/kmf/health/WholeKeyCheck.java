package org.serviceexchange.kmf.health;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.keyring.KeyHierarchy;
import org.serviceexchange.kmf.keyring.KeyProofs;
import org.serviceexchange.kmf.keyring.KeyRow;
import org.serviceexchange.kmf.keyring.KeyRows;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Examines all keys of modules once a night. Each batch is a transaction that locks the state of the check, so that one
 * node at a time works on it, and any node goes on where another one stopped.
 */
@Component
class WholeKeyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(WholeKeyCheck.class);
    private static final int BATCH = 500;

    private final WholeChecks checks;
    private final KeyRows rows;
    private final KeyProofs proofs;
    private final KeyHierarchy hierarchy;
    private final Clock clock;

    WholeKeyCheck(WholeChecks checks, KeyRows rows, KeyProofs proofs, KeyHierarchy hierarchy, Clock clock) {
        this.checks = checks;
        this.rows = rows;
        this.proofs = proofs;
        this.hierarchy = hierarchy;
        this.clock = clock;
    }

    /** Examines the next batch of a check that is in progress or due; false if there is nothing more to do now. */
    @Transactional
    public boolean examineNextBatch() {
        Optional<WholeCheck> locked = checks.lock();
        if (locked.isEmpty()) {
            return false;
        }
        Instant now = now();
        WholeCheck check = locked.get();
        Instant began = check.startedAt();
        if (began == null) {
            if (!check.isDue(now)) {
                return false;
            }
            check = check.begun(now, checks.countKeys());
            began = now;
        }
        WholeCheck next = examine(check, began, now);
        checks.save(next);
        return next.startedAt() != null;
    }

    private WholeCheck examine(WholeCheck check, Instant began, Instant now) {
        List<KeyRow> batch = rows.ofModulesAfter(check.afterModule(), BATCH);
        KeyInventory inventory = new KeyInventory(proofs, hierarchy);
        inventory.examineModules(batch);
        int bad = inventory.badModules().size();
        String last = lastModule(batch);
        checks.replaceSuspects(check.afterModule(), last, inventory.badModules(), now);
        if (last != null) {
            return check.advanced(last, batch.size(), bad);
        }
        if (check.found() > 0) {
            LOG.warn(
                    "The check of all {} keys found something in {} modules. See the page Key Management, Health (Diagnostics).",
                    check.examined(),
                    check.found());
        }
        return check.finished(began, now);
    }

    private static @Nullable String lastModule(List<KeyRow> batch) {
        return batch.isEmpty() ? null : batch.get(batch.size() - 1).name().module();
    }

    /** Examines modules in which something was found again, and forgets those that were repaired. */
    @Transactional
    public void forgetRepaired() {
        for (String module : checks.suspects(KeySample.SUSPECTS)) {
            KeyInventory inventory = new KeyInventory(proofs, hierarchy);
            inventory.examineModules(rows.ofModule(module));
            if (inventory.badModules().isEmpty()) {
                checks.clearSuspect(module);
            }
        }
    }

    /** The current time, truncated to the precision of the database. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
