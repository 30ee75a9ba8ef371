package org.serviceexchange.workshop.shipping;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.serviceexchange.workshop.shipping.ShippedVersion.State;

/** Versions in memory, as all nodes of one database see them. */
class MemoryShippedVersions implements ShippedVersions {

    private final TreeMap<String, ShippedVersion> rows = new TreeMap<>();
    private final Map<String, Map<String, byte[]>> contents = new HashMap<>();

    @Override
    public void lock() {
        // Tests decide one after the other
    }

    @Override
    public String nextNumber() {
        return "PMV" + (1_000_001 + rows.size());
    }

    @Override
    public List<ShippedVersion> all() {
        return new ArrayList<>(rows.descendingMap().values());
    }

    @Override
    public Optional<ShippedVersion> find(String number) {
        return Optional.ofNullable(rows.get(number));
    }

    @Override
    public Optional<ShippedVersion> inUse() {
        return rows.values().stream().filter(one -> one.turn() != null).max(Comparator.comparing(ShippedVersion::turn));
    }

    @Override
    public boolean isMade(String decision) {
        return rows.values().stream().anyMatch(one -> one.decision().equals(decision) && one.state() != State.REFUSED);
    }

    @Override
    public void add(ShippedVersion version, Map<String, byte[]> files) {
        update(version);
        contents.put(version.number(), files);
    }

    @Override
    public void update(ShippedVersion version) {
        rows.put(version.number(), version);
    }

    @Override
    public ModelFiles files(ShippedVersion version) {
        return ModelFiles.of(contents.get(version.number())).because(version.reason());
    }
}
