package org.serviceexchange.checker.story;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.serviceexchange.checker.CheckedStep;
import org.serviceexchange.checker.ProveProcesses;
import org.serviceexchange.checker.WaysTo;
import org.serviceexchange.checker.WaysTo.Place;
import org.serviceexchange.checker.model.DrawnFlow;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.Pair;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * The stories that the models of a folder tell: those that every pair is asked for, and for each labelled step or answer that none of them
 * comes by one more, on a shortest way.
 *
 * @param untold why there are none, a sentence each; empty if there are
 * @param never what no story can come by
 */
public record FolderStories(
        List<LocalizedMessage> untold, List<Story> stories, List<LocalizedMessage> never, List<DrawnProcess> drawn) {

    /** Tells the stories of a folder; of models that an instance would not deploy nothing is told. */
    public static FolderStories of(Path folder) throws IOException {
        List<LocalizedMessage> untold = new ArrayList<>();
        Optional<Pair> pair = ProveProcesses.pair(folder, untold);
        if (pair.isEmpty()) {
            return new FolderStories(untold, List.of(), List.of(), List.of());
        }
        List<Story> stories = new ArrayList<>();
        DrawnProcess registration = pair.get().walk(ConnectionSide.PROVIDER).process();
        DrawnProcess connection = pair.get().walk(ConnectionSide.CONSUMER).process();
        for (Scenario scenario : Scenarios.of(registration, connection)) {
            stories.add(StoryWalk.play(pair.get(), scenario));
        }
        List<LocalizedMessage> never = addMissing(stories, pair.get());
        return new FolderStories(List.of(), stories, never, List.of(registration, connection));
    }

    /** One story may come by several places. */
    private static List<LocalizedMessage> addMissing(List<Story> stories, Pair pair) {
        Set<Place> missing = places(pair);
        stories.forEach(story -> missing.removeAll(passed(story)));
        Map<Place, List<CheckedStep>> ways = WaysTo.of(pair, missing);
        List<LocalizedMessage> never = new ArrayList<>();
        for (Place place : List.copyOf(missing)) {
            if (!missing.contains(place)) {
                continue;
            }
            LocalizedMessage name = name(place, pair);
            List<CheckedStep> way = ways.get(place);
            if (way == null) {
                never.add(name);
            } else {
                Story story =
                        StoryWalk.play(pair, Scenario.beginning(LocalizedMessage.of("story.title.way", name), way));
                stories.add(story);
                missing.removeAll(passed(story));
            }
        }
        return never;
    }

    /** Labelled elements, answers of gateways, and what follows when a person has completed a task. */
    private static Set<Place> places(Pair pair) {
        Set<Place> places = new LinkedHashSet<>();
        for (ConnectionSide side : ConnectionSide.values()) {
            DrawnProcess process = pair.walk(side).process();
            process.elements().values().stream()
                    .filter(element -> element.kind() != DrawnKind.SUBPROCESS)
                    .filter(element -> !element.label().equals(element.id()))
                    .forEach(element -> places.add(new Place(side, element.id())));
            process.flows().stream()
                    .filter(flow -> !flow.name().isEmpty()
                            || process.element(flow.from()).kind() == DrawnKind.PERSON)
                    .forEach(flow -> places.add(new Place(side, flow.id())));
        }
        return places;
    }

    private static Set<Place> passed(Story story) {
        Set<Place> passed = new LinkedHashSet<>();
        story.passages()
                .forEach(passage -> passage.legs()
                        .forEach(leg -> leg.places().forEach(id -> passed.add(new Place(leg.side(), id)))));
        return passed;
    }

    private static LocalizedMessage name(Place place, Pair pair) {
        DrawnProcess process = pair.walk(place.side()).process();
        LocalizedMessage side = LocalizedMessage.of("checker.side." + place.side());
        for (DrawnFlow flow : process.flows()) {
            if (flow.id().equals(place.id()) && flow.name().isEmpty()) {
                return LocalizedMessage.of("story.step", side, process.label(flow.from()));
            }
            if (flow.id().equals(place.id())) {
                return LocalizedMessage.of("story.answer", side, process.label(flow.from()), flow.name());
            }
        }
        return LocalizedMessage.of("story.step", side, process.label(place.id()));
    }

    /** The stories in words, as they stand in a file. */
    public String text(Locale language) {
        return new StoryPages(this, language).text();
    }
}
