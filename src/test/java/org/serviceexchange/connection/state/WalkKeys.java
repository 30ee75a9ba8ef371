package org.serviceexchange.connection.state;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;
import static org.mockito.Mockito.withSettings;

import java.time.Clock;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.life.LivingConnections;
import org.serviceexchange.connection.rotation.KeySet;
import org.serviceexchange.connection.rotation.MemoryKeySets;
import org.serviceexchange.connection.rotation.NewKeys;
import org.serviceexchange.connection.rotation.OpenKeySets;
import org.serviceexchange.connection.rotation.RotationSteps;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.RareNotes;
import org.serviceexchange.kmf.ModuleKeys;
import org.serviceexchange.protocol.probe.Probes;
import org.springframework.beans.factory.ObjectProvider;

/** The keys of one side's living connections: the real use cases of a rotation without its messages. */
final class WalkKeys {

    private static final Probes PROBES = probes();

    final MemoryKeySets sets = new MemoryKeySets();
    final WalkLife life = new WalkLife();
    final ConnectionLookup living;
    final NewKeys newKeys;
    final RotationSteps steps;
    private final OpenKeySets open;

    WalkKeys(Supplier<LivingConnections> side, ModuleKeys keys, Journal journal, Clock clock) {
        living = new ConnectionLookup(new ObjectProvider<>() {
            @Override
            public Stream<LivingConnections> stream() {
                return Stream.of(side.get());
            }
        });
        newKeys = new NewKeys(sets, keys, living, journal, clock);
        steps = new RotationSteps(newKeys, sets);
        open = new OpenKeySets(sets, newKeys, living, PROBES, life, new RareNotes(journal, clock));
    }

    private static Probes probes() {
        Probes probes = mock(withSettings().stubOnly());
        when(probes.answer(any(), any())).thenReturn(new byte[0]);
        return probes;
    }

    /** Whether this side answers a probe under these keys, which proves them here. */
    boolean probed(String keyId) {
        return open.probe(keyId, new byte[0]).isPresent();
    }

    /** Keys that were agreed and not proved. */
    Optional<KeySet> unproved(String number) {
        return newKeys.unproved(number);
    }

    /** Whether a message under these keys can be opened. */
    boolean opens(String number, String keyId) {
        return living.find(number)
                .filter((LivingConnection found) -> newKeys.holds(found, keyId))
                .isPresent();
    }

    /** Everything as it is now; running it later restores that. */
    Runnable backup() {
        Runnable rows = sets.backup();
        Set<String> savedAsked = new HashSet<>(life.asked);
        return () -> {
            rows.run();
            life.asked.clear();
            life.asked.addAll(savedAsked);
        };
    }
}
