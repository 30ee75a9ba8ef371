package org.serviceexchange.workshop.move;

import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A case of a move.
 *
 * @param instance the engine's id of its process
 * @param number of the case; empty if it has none
 * @param finding why it was refused; null for other results
 */
public record MovedCase(
        String instance,
        String number,
        Result result,
        @Nullable LocalizedMessage finding) {

    /** What became of a case. */
    public enum Result {
        WAITING,
        MOVED,
        /** It stays on its version. */
        REFUSED,
        /** It ended before its turn. */
        GONE
    }

    MovedCase ended(Result next, @Nullable LocalizedMessage why) {
        return new MovedCase(instance, number, next, why);
    }
}
