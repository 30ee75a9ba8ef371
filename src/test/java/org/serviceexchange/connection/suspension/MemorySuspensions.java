package org.serviceexchange.connection.suspension;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Suspensions in memory. */
public final class MemorySuspensions implements Suspensions {

    private final List<KeptSuspension> kept = new ArrayList<>();

    @Override
    public List<KeptSuspension> of(String connection) {
        return kept.stream().filter(one -> one.connection().equals(connection)).toList();
    }

    @Override
    public List<KeptSuspension> ofSubject(String subject) {
        return kept.stream().filter(one -> one.subject().equals(subject)).toList();
    }

    @Override
    public List<KeptSuspension> of(Collection<String> connections) {
        return kept.stream()
                .filter(one -> connections.contains(one.connection()))
                .toList();
    }

    @Override
    public void save(KeptSuspension suspension) {
        kept.removeIf(one -> one.connection().equals(suspension.connection()) && one.own() == suspension.own());
        kept.add(suspension);
    }

    @Override
    public void remove(String connection) {
        kept.removeIf(one -> one.connection().equals(connection));
    }
}
