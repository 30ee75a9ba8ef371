package org.serviceexchange.connection.campaign;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A campaign in memory. */
final class MemoryCampaigns implements Campaigns {

    private final Map<String, Asked> asked = new TreeMap<>();
    private final Set<String> renewed = new TreeSet<>();
    private @Nullable Campaign last;

    /** The connections at one time. */
    record Saved(Map<String, Asked> asked) {}

    Saved saved() {
        return new Saved(new TreeMap<>(asked));
    }

    /** As when a transaction is rolled back. */
    void restore(Saved saved) {
        asked.clear();
        asked.putAll(saved.asked());
    }

    @Override
    public Optional<Campaign> last() {
        return Optional.ofNullable(last);
    }

    @Override
    public Optional<Campaign> lock() {
        return last();
    }

    @Override
    public void save(Campaign campaign) {
        last = campaign;
    }

    @Override
    public void forgetConnections() {
        asked.clear();
        renewed.clear();
    }

    @Override
    public boolean asked(Asked connection) {
        return asked.putIfAbsent(connection.connection(), connection) == null;
    }

    @Override
    public List<Asked> waiting(int limit) {
        return asked.values().stream()
                .filter(one -> !renewed.contains(one.connection()))
                .sorted(Comparator.comparing(Asked::at).thenComparing(Asked::connection))
                .limit(limit)
                .toList();
    }

    @Override
    public void renewed(String connection, Instant at) {
        renewed.add(connection);
    }

    @Override
    public void forget(String connection) {
        asked.remove(connection);
    }

    @Override
    public Counts counts(Instant askedBefore) {
        long late = waiting(Integer.MAX_VALUE).stream()
                .filter(one -> one.at().isBefore(askedBefore))
                .count();
        return new Counts(asked.size(), renewed.size(), late);
    }
}
