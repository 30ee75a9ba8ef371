package org.serviceexchange.journey;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A share of the requests over a wire gets a fault, drawn from a seed, until the network is well. Each kind occurs once before
 * any occurs again, so that a short trouble has all of them.
 */
final class NetworkFaults {

    private final Random random;
    private final double share;
    private final List<NetworkFault> deck = new ArrayList<>();
    private final Map<NetworkFault, Integer> drawn = new EnumMap<>(NetworkFault.class);
    private boolean well;

    NetworkFaults(long seed, double share) {
        this.random = new Random(seed);
        this.share = share;
    }

    /** A network without faults. */
    static NetworkFaults none() {
        NetworkFaults none = new NetworkFaults(0, 0);
        none.end();
        return none;
    }

    /** The fault of the next request, or null. */
    synchronized @Nullable NetworkFault next() {
        if (well || random.nextDouble() >= share) {
            return null;
        }
        if (deck.isEmpty()) {
            deck.addAll(List.of(NetworkFault.values()));
            Collections.shuffle(deck, random);
        }
        NetworkFault fault = deck.remove(0);
        drawn.merge(fault, 1, Integer::sum);
        return fault;
    }

    synchronized void end() {
        well = true;
    }

    /** How often each fault occurred. */
    synchronized Map<NetworkFault, Integer> drawn() {
        return new EnumMap<>(drawn);
    }
}
