package org.serviceexchange.kmf.keyring;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.kmf.KmfSettings;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Component;

/** Rows of the instance keys, cached in memory for some seconds because nearly every use case needs them. */
@Component
class InstanceKeyRows {

    private final KeyRows rows;
    private final KmfSettings settings;
    private final Clock clock;
    private volatile @Nullable Snapshot snapshot;

    InstanceKeyRows(KeyRows rows, KmfSettings settings, Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.clock = clock;
    }

    /** The Active row, which protects new data; a {@code KEY_UNKNOWN} problem if there is none. */
    KeyRow active(KeyName name) {
        return KeyHierarchy.active(name, named(name));
    }

    /**
     * The row of this version, if it may still process what it protected; otherwise a {@code KEY_UNKNOWN} problem. An
     * unknown version may be one that another node has just made: the rows are read again.
     */
    KeyRow processing(KeyName name, int version) {
        return cachedProcessing(name, version)
                .or(() -> {
                    forget();
                    return cachedProcessing(name, version);
                })
                .orElseThrow(() -> new Problem(ProblemCode.KEY_UNKNOWN, name + " version " + version));
    }

    private Optional<KeyRow> cachedProcessing(KeyName name, int version) {
        return named(name).stream()
                .filter(row -> row.version() == version && row.state().mayProcess())
                .findFirst();
    }

    /** All rows of the instance keys; the same list until they are read again. */
    List<KeyRow> all() {
        Snapshot last = snapshot;
        Instant now = clock.instant();
        if (last == null || last.isOlderThan(settings, now)) {
            last = new Snapshot(rows.ofModule(KeyName.INSTANCE), now);
            snapshot = last;
        }
        return last.rows();
    }

    /** Clears the cache. */
    void forget() {
        snapshot = null;
    }

    private List<KeyRow> named(KeyName name) {
        return all().stream().filter(row -> row.name().equals(name)).toList();
    }

    private record Snapshot(List<KeyRow> rows, Instant at) {

        boolean isOlderThan(KmfSettings settings, Instant now) {
            return !now.isBefore(at.plus(settings.cacheMaxAge())) || now.isBefore(at);
        }
    }
}
