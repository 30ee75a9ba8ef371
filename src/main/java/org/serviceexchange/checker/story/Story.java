package org.serviceexchange.checker.story;

import java.util.List;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * A story of both sides from the order to the end.
 *
 * @param impossible what should have happened in it, but is not possible in these processes
 */
public record Story(LocalizedMessage title, List<Passage> passages, List<LocalizedMessage> impossible) {

    /**
     * A part of a story: somebody does something, and what follows by itself until everything rests.
     *
     * @param said what happens, in one sentence
     * @param after how both sides are afterwards
     */
    public record Passage(ConnectionSide side, LocalizedMessage said, List<Leg> legs, PairState after) {}

    /**
     * A way of one side's case.
     *
     * @param places elements and flows that it came by, in order
     * @param outcomes what came of it, as far as it could have been otherwise
     */
    public record Leg(ConnectionSide side, List<String> places, List<LocalizedMessage> outcomes) {}

    /** How both sides are in the end. */
    public PairState end() {
        return passages.isEmpty()
                ? PairState.initial()
                : passages.get(passages.size() - 1).after();
    }
}
