package org.serviceexchange.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.engine.PassedStep;

/** How long the cases of a story stayed at the steps of their processes. */
final class StepStays {

    private StepStays() {}

    /**
     * A stay at a step.
     *
     * @param people groups of people who were to act; empty if nobody was
     */
    record Stay(ConnectionSide side, String label, Instant from, Instant until, String people) {}

    /** All stays at steps with a label, in the order in which they began; one that did not end lasts as long as the story. */
    static List<Stay> of(PlayedStory story, List<DrawnProcess> drawn) {
        Map<String, DrawnElement> elements = new HashMap<>();
        drawn.forEach(process ->
                process.elements().forEach((id, element) -> elements.put(process.id() + " " + id, element)));
        List<Stay> stays = new ArrayList<>();
        for (int i = 0; i < story.steps().size(); i++) {
            PassedStep step = story.steps().get(i);
            DrawnElement element = elements.get(step.process() + " " + step.element());
            if (element != null && !step.leaving() && isStep(element)) {
                Instant until = end(story, i);
                stays.add(new Stay(step.side(), element.label(), step.at(), until, StoryPlay.groups(element)));
            }
        }
        return stays;
    }

    private static boolean isStep(DrawnElement element) {
        return !element.label().equals(element.id())
                && element.kind() != DrawnKind.SUBPROCESS
                && element.kind() != DrawnKind.EXCLUSIVE;
    }

    private static Instant end(PlayedStory story, int begun) {
        PassedStep step = story.steps().get(begun);
        return story.steps().subList(begun, story.steps().size()).stream()
                .filter(later -> later.leaving()
                        && later.side() == step.side()
                        && later.element().equals(step.element()))
                .findFirst()
                .map(PassedStep::at)
                .orElse(story.until());
    }
}
