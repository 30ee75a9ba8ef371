package org.serviceexchange.checker.story;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.walk.Choices;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Everything goes well but for the mishaps of a story, each at its time. */
final class StoryForesight {

    private final List<Mishap> mishaps;
    private Map<Mishap, Integer> before = Map.of();
    private Map<Mishap, Integer> now = new HashMap<>();

    StoryForesight(List<Mishap> mishaps) {
        this.mishaps = mishaps;
    }

    /**
     * Choices for one step of a side, as if no step since the last {@link #keep} had been tried.
     *
     * @param agreeing whether the first way of a gateway is taken whose answer nobody knows
     */
    Choices of(ConnectionSide side, boolean agreeing) {
        now = new HashMap<>(before);
        return new Choices((yes, no) -> no == null ? agreeing : yes == null && !goesWrong(side, no));
    }

    private boolean goesWrong(ConnectionSide side, @Nullable LocalizedMessage outcome) {
        boolean wrong = false;
        for (Mishap mishap : mishaps) {
            if (mishap.side() == side && outcome != null && mishap.key().equals(outcome.key())) {
                wrong |= now.merge(mishap, 1, Integer::sum) == mishap.time();
            }
        }
        return wrong;
    }

    /** The step that was tried last belongs to the story. */
    void keep() {
        before = now;
    }
}
