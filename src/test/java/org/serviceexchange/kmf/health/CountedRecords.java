package org.serviceexchange.kmf.health;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.store.ProtectedRecords;
import org.serviceexchange.platform.store.RecordFinding;
import org.serviceexchange.platform.store.RecordFinding.What;

/** Records K0, K1, … in memory, which a test alters, and the keys that were examined. */
final class CountedRecords implements ProtectedRecords {

    final Set<String> altered = new LinkedHashSet<>();
    final List<String> examined = new ArrayList<>();
    private final List<String> keys;

    CountedRecords(int count) {
        keys = IntStream.range(0, count).mapToObj(i -> "K" + i).toList();
    }

    @Override
    public String name() {
        return "counted";
    }

    @Override
    public Examined examine(@Nullable String after, int limit) {
        int from = after == null ? 0 : keys.indexOf(after) + 1;
        List<String> part = keys.subList(from, Math.min(keys.size(), from + limit));
        examined.addAll(part);
        List<RecordFinding> found = part.stream()
                .filter(altered::contains)
                .map(key -> new RecordFinding(name(), key, What.ALTERED))
                .toList();
        return new Examined(part.size() < limit ? null : part.get(limit - 1), part.size(), found);
    }

    @Override
    public boolean stands(RecordFinding found) {
        return !altered.contains(found.key());
    }
}
