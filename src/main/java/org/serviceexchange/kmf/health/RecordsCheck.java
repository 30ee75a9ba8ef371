package org.serviceexchange.kmf.health;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.store.ProtectedRecords;
import org.serviceexchange.platform.store.ProtectedRecords.Examined;
import org.serviceexchange.platform.store.ProtectedTables;
import org.serviceexchange.platform.store.RecordFinding;
import org.serviceexchange.platform.store.RefusedRecords;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Checks that the records that decide something, and the journals, are as this application wrote them. Goes through all of
 * them round by round, in each report and each minute a bounded number; what was found stays until it is repaired.
 */
@Component
@Order(75)
class RecordsCheck implements HealthCheck {

    private static final Logger LOG = LoggerFactory.getLogger(RecordsCheck.class);
    private static final int OF_A_REPORT = 50;
    private static final int OF_A_MINUTE = 2_000;
    private static final int NAMED_AT_MOST = 3;

    private final ProtectedTables tables;
    private final RefusedRecords refused;
    private int table;
    private @Nullable String after;
    private long examined;
    private long ofLastRound = -1;

    RecordsCheck(ProtectedTables tables, RefusedRecords refused) {
        this.tables = tables;
        this.refused = refused;
    }

    @Override
    public String component() {
        return "records";
    }

    @Override
    public boolean gatesOnboarding() {
        return false;
    }

    @Override
    public synchronized HealthFinding check(KeyInventory keys) {
        refused.forget(refused.all().stream().filter(this::repaired).toList());
        examineNext(OF_A_REPORT);
        List<RecordFinding> found = refused.all();
        if (!found.isEmpty()) {
            return HealthFinding.malfunction("recordsAltered", named(found));
        }
        return ofLastRound < 0
                ? HealthFinding.operational("recordsStandSoFar", examined)
                : HealthFinding.operational("recordsStand", ofLastRound);
    }

    /** The share of the minute, outside of reports. */
    synchronized void examineOfMinute() {
        examineNext(OF_A_MINUTE);
    }

    /** Ends early at the end of a round, so that few records are not examined again and again. */
    private void examineNext(int limit) {
        List<ProtectedRecords> all = tables.all();
        int left = limit;
        while (left > 0 && table < all.size()) {
            Examined part = all.get(table).examine(after, left);
            part.findings().forEach(this::note);
            examined += part.records();
            left -= Math.max(1, part.records());
            after = part.last();
            if (after == null) {
                table++;
            }
        }
        if (table >= all.size()) {
            ofLastRound = examined;
            table = 0;
            examined = 0;
        }
    }

    private void note(RecordFinding found) {
        if (refused.add(found)) {
            LOG.warn(
                    "A record does not stand: {}. See the page Key Management, Health (Diagnostics).",
                    found.inWords().inDefault());
        }
    }

    private boolean repaired(RecordFinding found) {
        return tables.all().stream()
                .filter(records -> records.name().equals(found.table()))
                .allMatch(records -> records.stands(found));
    }

    private static LocalizedMessage named(List<RecordFinding> found) {
        LocalizedMessage first = found.stream()
                .limit(NAMED_AT_MOST)
                .map(RecordFinding::inWords)
                .reduce((one, next) -> LocalizedMessage.of("kmf.failing.several", one, next))
                .orElseThrow();
        return found.size() > NAMED_AT_MOST
                ? LocalizedMessage.of("kmf.found.andMore", first, found.size() - NAMED_AT_MOST)
                : first;
    }
}
