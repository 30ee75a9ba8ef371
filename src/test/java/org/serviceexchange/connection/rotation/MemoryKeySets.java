package org.serviceexchange.connection.rotation;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Key sets in memory. */
public final class MemoryKeySets implements KeySets {

    private final Map<String, KeySet> rows = new TreeMap<>();

    /** Everything as it is now; running it later restores that. */
    public Runnable backup() {
        Map<String, KeySet> saved = new TreeMap<>(rows);
        return () -> {
            rows.clear();
            rows.putAll(saved);
        };
    }

    @Override
    public Optional<KeySet> find(String keyId) {
        return Optional.ofNullable(rows.get(keyId));
    }

    @Override
    public List<KeySet> of(String connection) {
        return rows.values().stream()
                .filter(row -> row.connection().equals(connection))
                .sorted(Comparator.comparing(KeySet::agreedAt).reversed().thenComparing(KeySet::keyId))
                .toList();
    }

    @Override
    public void add(KeySet set) {
        rows.put(set.keyId(), set);
    }

    @Override
    public void save(KeySet set) {
        rows.put(set.keyId(), set);
    }

    @Override
    public void delete(String keyId) {
        rows.remove(keyId);
    }

    @Override
    public List<KeySet> retired(Instant now, int limit) {
        return rows.values().stream()
                .filter(row -> row.retiresAt() != null && !row.retiresAt().isAfter(now))
                .toList();
    }
}
