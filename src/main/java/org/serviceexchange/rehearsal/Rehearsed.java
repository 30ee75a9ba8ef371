package org.serviceexchange.rehearsal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What came of a rehearsal.
 *
 * @param refused why there was none, a sentence each; empty if there was
 * @param days null if there was none
 * @param drawn the processes of the provider and the consumer
 */
public record Rehearsed(
        List<LocalizedMessage> refused,
        List<PlayedStory> stories,
        @Nullable PlayedDays days,
        List<DrawnProcess> drawn) {

    /** Whether everything came as it is told. */
    public boolean asTold() {
        return refused.isEmpty()
                && stories.stream().allMatch(PlayedStory::asTold)
                && days != null
                && days.missed().isEmpty();
    }
}
