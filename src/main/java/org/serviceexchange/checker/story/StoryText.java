package org.serviceexchange.checker.story;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnFlow;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Says in one language what happens in stories; the steps have the labels of the diagrams. */
final class StoryText {

    private static final Set<DrawnKind> WAITING = Set.of(DrawnKind.PERSON, DrawnKind.MESSAGE, DrawnKind.TIMER);

    private final DrawnProcess registration;
    private final DrawnProcess connection;
    private final Locale language;
    private final StoryStanding standing;

    StoryText(DrawnProcess registration, DrawnProcess connection, Locale language) {
        this.registration = registration;
        this.connection = connection;
        this.language = language;
        standing = new StoryStanding(registration, connection, language);
    }

    private String text(String key, Object... arguments) {
        return LocalizedMessage.of(key, arguments).in(language);
    }

    private DrawnProcess process(ConnectionSide side) {
        return side == ConnectionSide.PROVIDER ? registration : connection;
    }

    /** The passages of a story, each as lines. */
    List<List<String>> passages(Story story) {
        List<List<String>> all = new ArrayList<>();
        PairState before = PairState.initial();
        for (Story.Passage passage : story.passages()) {
            List<String> lines = new ArrayList<>();
            lines.add(StoryBook.STEP
                    + side(passage.side())
                    + StoryBook.OF
                    + passage.said().in(language));
            lines.addAll(ways(passage));
            for (ConnectionSide side : ConnectionSide.values()) {
                String now = standing.of(side, passage.after());
                if (!now.equals(standing.of(side, before))) {
                    lines.add(StoryBook.DETAIL + now);
                }
            }
            before = passage.after();
            all.add(lines);
        }
        return all;
    }

    /** What is said behind the last passage. */
    List<String> end(Story story) {
        List<String> lines = new ArrayList<>();
        story.impossible().forEach(what -> lines.add(text("story.impossible", what)));
        PairState end = story.end();
        String registered = standing.stateOf(ConnectionSide.PROVIDER, end);
        lines.add(
                end.connection() == null
                        ? text("story.end.alone", registered)
                        : text("story.end.both", registered, standing.stateOf(ConnectionSide.CONSUMER, end)));
        return lines;
    }

    String side(ConnectionSide side) {
        return text("checker.side." + side);
    }

    /** Ways of one side that follow one another are one. */
    private List<String> ways(Story.Passage passage) {
        List<String> lines = new ArrayList<>();
        List<String> way = new ArrayList<>();
        @Nullable ConnectionSide of = null;
        for (Story.Leg leg : passage.legs()) {
            List<String> steps = steps(leg, passage.after());
            if (leg.side() != of && !steps.isEmpty()) {
                end(way, of, lines);
                of = leg.side();
            }
            steps.stream()
                    .filter(step -> way.isEmpty() || !way.get(way.size() - 1).equals(step))
                    .forEach(way::add);
            if (!said(leg).isEmpty()) {
                end(way, of, lines);
                said(leg).forEach(outcome -> lines.add(StoryBook.DETAIL + outcome.in(language)));
            }
        }
        end(way, of, lines);
        return lines;
    }

    /** The answers of gateways stand in the way already. */
    private static List<LocalizedMessage> said(Story.Leg leg) {
        return leg.outcomes().stream()
                .filter(outcome -> !outcome.key().equals("checker.taken"))
                .toList();
    }

    private void end(List<String> way, @Nullable ConnectionSide side, List<String> lines) {
        if (!way.isEmpty() && side != null) {
            lines.add(StoryBook.DETAIL + side(side) + StoryBook.OF + String.join(StoryBook.THEN, way));
            way.clear();
        }
    }

    /** Without what has no label, and without where the case waits in the end. */
    private List<String> steps(Story.Leg leg, PairState after) {
        DrawnProcess process = process(leg.side());
        Set<String> resting =
                new HashSet<>(StoryStanding.position(leg.side(), after).tokens());
        return leg.places().stream()
                .filter(process.elements()::containsKey)
                .map(process::element)
                .filter(element -> !element.label().equals(element.id()))
                .filter(element -> !WAITING.contains(element.kind()) || !resting.contains(element.id()))
                .filter(element -> isStep(element, process))
                .map(element -> step(element, process, leg.places()))
                .toList();
    }

    /** Where a sub-process begins nothing happens, unless an event begins it. */
    private static boolean isStep(DrawnElement element, DrawnProcess process) {
        return switch (element.kind()) {
            case SUBPROCESS -> false;
            case START ->
                element.scope().equals(process.id())
                        || process.element(element.scope()).byEvent();
            default -> true;
        };
    }

    private static String step(DrawnElement element, DrawnProcess process, List<String> places) {
        String answers = process.from(element.id()).stream()
                .filter(flow -> places.contains(flow.id()))
                .map(DrawnFlow::name)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.joining(", "));
        return answers.isEmpty() ? element.label() : element.label() + " (" + answers + ")";
    }
}
