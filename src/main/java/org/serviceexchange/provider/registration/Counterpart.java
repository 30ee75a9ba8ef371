package org.serviceexchange.provider.registration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What is known of the consumers of a registration beyond the claim in force.
 *
 * @param generation number of links that were made
 * @param former thumbprints of consumers whose claims ended, the latest last: they may ask what became of it
 * @param departure what the consumer said of its own record; null as long as it has one
 */
public record Counterpart(
        int generation, List<String> former, @Nullable Departure departure) {

    static final Counterpart NONE = new Counterpart(0, List.of(), null);

    /** As many as fit into the row. */
    private static final int MOST = 80;

    public Counterpart {
        former = List.copyOf(former);
    }

    /** Why a registration ended, or what else is wrong with it; null if there is nothing to say. */
    @Nullable
    LocalizedMessage reason(@Nullable ClosingReason closed) {
        return closed != null ? closed.words() : departure != null ? departure.words() : null;
    }

    /** With one more link. */
    Counterpart linked() {
        return new Counterpart(generation + 1, former, null);
    }

    /** After the end of this claim. */
    Counterpart without(@Nullable Claim ended) {
        if (ended == null) {
            return new Counterpart(generation, former, null);
        }
        List<String> next = new ArrayList<>(former);
        next.remove(ended.thumbprint());
        next.add(ended.thumbprint());
        return new Counterpart(generation, next.subList(Math.max(0, next.size() - MOST), next.size()), null);
    }

    /** How the consumer's own record came to an end. */
    public enum Departure {
        /** The consumer ended its connection while the registration is open; its link still works. */
        LEFT,
        /** The consumer has lost a live connection, as after a restore from a backup; a person decides whether to end it. */
        LOST;

        /** The key of its name, for people. */
        LocalizedMessage words() {
            return LocalizedMessage.of("provider.departure." + this);
        }
    }

    Counterpart departed(@Nullable Departure how) {
        return new Counterpart(generation, former, how);
    }
}
