package org.serviceexchange.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.checker.story.Story;
import org.serviceexchange.checker.walk.Position;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.engine.PassedStep;
import org.serviceexchange.rehearsal.engine.PendingJob;

/** Plays a story on a real pair, passage by passage, and compares after each where both sides are with what is told. */
final class StoryPlay {

    private static final Set<String> BY_TIME =
            Set.of("story.timer", "checker.act.timer", "checker.act.approvalEnds", "checker.act.question");

    private final RehearsedPair pair;
    private final Story story;
    private final OneCase of;
    private final Mishaps mishaps;
    private final StoryActs acts;
    private final Map<ConnectionSide, DrawnProcess> drawn;
    private final List<LocalizedMessage> why = new ArrayList<>();

    StoryPlay(RehearsedPair pair, Cast cast, Story story, DrawnProcess registration, DrawnProcess connection) {
        this.pair = pair;
        this.story = story;
        of = new OneCase(pair);
        mishaps = new Mishaps(pair);
        drawn = Map.of(ConnectionSide.PROVIDER, registration, ConnectionSide.CONSUMER, connection);
        acts = new StoryActs(pair, cast, of, registration, connection);
    }

    OneCase ofWhom() {
        return of;
    }

    PlayedStory play() {
        pair.witness().takeSeen();
        Instant from = pair.now();
        PairState before = PairState.initial();
        int played = 0;
        while (played < story.passages().size() && why.isEmpty()) {
            int reached = play(played, before);
            if (why.isEmpty()) {
                before = story.passages().get(reached).after();
                played = reached + 1;
            }
        }
        mishaps.calm();
        Witness.Seen seen = pair.witness().takeSeen();
        List<PassedStep> own = seen.steps().stream()
                .filter(step -> step.process().equals(OneCase.process(step.side())))
                .filter(step -> step.number() == null || step.number().equals(of.number(step.side())))
                .toList();
        return new PlayedStory(story, played, why, own, seen.mails(), from, pair.now());
    }

    /** Plays a passage; returns the last one that is over, since what time brings may have come meanwhile. */
    private int play(int index, PairState before) {
        Story.Passage passage = story.passages().get(index);
        mishaps.prepare(passage);
        int reached = index;
        try {
            acts.perform(passage, held(before));
            pair.settle(held(passage.after()));
            List<LocalizedMessage> differences = differences(passage.after());
            while (!differences.isEmpty() && isBroughtByTime(reached + 1)) {
                reached++;
                if (differences(story.passages().get(reached).after()).isEmpty()) {
                    return reached;
                }
            }
            why.addAll(differences);
        } catch (RuntimeException stopped) {
            why.add(Stopped.why(stopped));
        }
        if (!why.isEmpty()) {
            why.add(0, LocalizedMessage.of("rehearsal.stopped", passage.said()));
            for (ConnectionSide side : ConnectionSide.values()) {
                explain(side);
            }
        }
        return index;
    }

    private boolean isBroughtByTime(int index) {
        return index < story.passages().size()
                && BY_TIME.contains(story.passages().get(index).said().key());
    }

    /** Jobs that a story leaves undone for a while. */
    private Predicate<PendingJob> held(PairState state) {
        List<String> provider = state.provider().tokens();
        List<String> consumer = state.consumer().tokens();
        return job -> of.isHeld(job, provider, consumer);
    }

    private List<LocalizedMessage> differences(PairState told) {
        List<LocalizedMessage> found = new ArrayList<>();
        var registration = told.registration();
        var connection = told.connection();
        compare(ConnectionSide.PROVIDER, told.provider(), registration == null ? null : registration.label(), found);
        compare(
                ConnectionSide.CONSUMER,
                told.consumer(),
                connection == null ? null : connection.state().label(),
                found);
        return found;
    }

    private void compare(
            ConnectionSide side, Position told, @Nullable LocalizedMessage state, List<LocalizedMessage> found) {
        LocalizedMessage name = LocalizedMessage.of("checker.side." + side);
        List<String> tokens = of.tokens(side);
        if (!tokens.equals(told.tokens())) {
            found.add(LocalizedMessage.of(
                    "rehearsal.elsewhere", name, places(side, told.tokens()), places(side, tokens)));
        }
        LocalizedMessage now = of.state(side);
        if (!Objects.equals(now, state)) {
            LocalizedMessage none = LocalizedMessage.of("rehearsal.noRecord");
            found.add(LocalizedMessage.of(
                    "rehearsal.otherState",
                    name,
                    Objects.requireNonNullElse(state, none),
                    Objects.requireNonNullElse(now, none)));
        }
    }

    /** Labels of places, or that there are none. */
    private Object places(ConnectionSide side, List<String> tokens) {
        if (tokens.isEmpty()) {
            return LocalizedMessage.of("rehearsal.nowhere");
        }
        return String.join(
                ", ",
                tokens.stream().map(token -> "“" + label(side, token) + "”").toList());
    }

    private String label(ConnectionSide side, String token) {
        DrawnElement element =
                Objects.requireNonNull(drawn.get(side)).elements().get(token.replace("!", ""));
        return element == null ? token : element.label();
    }

    /** What fails, and for whom the case waits. */
    private void explain(ConnectionSide side) {
        LocalizedMessage name = LocalizedMessage.of("checker.side." + side);
        of.failure(side).ifPresent(finding -> why.add(LocalizedMessage.of("rehearsal.failing", name, finding.cause())));
        Map<String, DrawnElement> elements =
                Objects.requireNonNull(drawn.get(side)).elements();
        for (String token : of.tokens(side)) {
            DrawnElement element = elements.get(token);
            if (element != null && element.kind() == DrawnKind.PERSON) {
                why.add(LocalizedMessage.of("rehearsal.forPerson", name, element.label(), groups(element)));
            }
        }
    }

    /** Ids of groups with a space between them. */
    static String groups(DrawnElement element) {
        return element.people().replaceAll("\\s*,\\s*", ", ");
    }
}
