package org.serviceexchange.checker.story;

import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * Something that goes wrong in a story, where otherwise it would go well.
 *
 * @param side whose step it happens to
 * @param outcome as the checker names it, such as {@code mailFails}
 * @param time the first time, or a later one, at which it could happen
 */
record Mishap(ConnectionSide side, String outcome, int time) {

    static Mishap atProvider(String outcome, int time) {
        return new Mishap(ConnectionSide.PROVIDER, outcome, time);
    }

    static Mishap atConsumer(String outcome, int time) {
        return new Mishap(ConnectionSide.CONSUMER, outcome, time);
    }

    /** The key of its sentence. */
    String key() {
        return "checker.outcome." + outcome;
    }
}
