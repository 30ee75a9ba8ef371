package org.serviceexchange.checker.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.serviceexchange.platform.message.LocalizedMessage;

/** What differs between accepted stories and those of today, in words. */
final class StoryDifference {

    /** So many letters in common make two lines the same one, changed. */
    private static final int ALIKE = 12;

    private final List<Difference> found = new ArrayList<>();

    private StoryDifference() {}

    /** A heading for each story that differs, followed by what differs in it; empty if nothing does. */
    static List<Difference> between(StoryBook accepted, StoryBook today) {
        StoryDifference difference = new StoryDifference();
        List<String> elsewhere = new ArrayList<>();
        today.stories().forEach((title, lines) -> {
            List<String> before = accepted.stories().get(title);
            if (before == null) {
                difference.say("new", title);
            } else if (!own(before).equals(own(lines))) {
                difference.say("changed", title);
                difference.lines(new Alignment(own(before), own(lines)));
            } else if (!before.equals(lines)) {
                elsewhere.add(title);
            }
        });
        accepted.stories().keySet().stream()
                .filter(title -> !today.stories().containsKey(title))
                .forEach(title -> difference.say("gone", title));
        if (!elsewhere.isEmpty()) {
            difference.say("elsewhere", String.join(", ", elsewhere));
        }
        return difference.found;
    }

    /** What another story tells as well is a difference of that one. */
    private static List<String> own(List<String> lines) {
        return lines.stream().filter(line -> !line.startsWith(StoryBook.LIKE)).toList();
    }

    private void say(String kind, Object... arguments) {
        boolean inStory = kind.startsWith("line.") || kind.startsWith("step.");
        found.add(new Difference(LocalizedMessage.of("story.difference." + kind, arguments), inStory));
    }

    /** A line that was changed is explained, any other one is shown. */
    private void lines(Alignment story) {
        List<String> added = new ArrayList<>(
                story.added().stream().map(Alignment.Place::text).toList());
        for (Alignment.Place before : story.removed()) {
            Optional<String> now =
                    added.stream().filter(line -> isSame(before.text(), line)).findFirst();
            if (now.isEmpty()) {
                say("line.gone", before.text().strip());
                continue;
            }
            added.remove(now.get());
            changed(before.text().strip(), now.get().strip());
        }
        added.forEach(line -> say("line.new", line.strip()));
    }

    private static boolean isSame(String before, String now) {
        return before.regionMatches(0, now, 0, StoryBook.DETAIL.length() + ALIKE);
    }

    private void changed(String before, String now) {
        boolean arrow = before.contains(StoryBook.THEN) || now.contains(StoryBook.THEN);
        if (!arrow || !isWay(before) || !isWay(now)) {
            say("line.changed", before, now);
            return;
        }
        Alignment steps = new Alignment(steps(before), steps(now));
        String side = now.substring(0, now.indexOf(StoryBook.OF));
        steps("step.gone", side, steps.removed());
        steps("step.new", side, steps.added());
    }

    /** A way stands behind the one word for its side; labels in other lines may have an arrow too. */
    private static boolean isWay(String line) {
        return line.indexOf(StoryBook.OF) > 0 && line.indexOf(StoryBook.OF) < line.indexOf(' ');
    }

    /** Steps that follow one another are one sentence. */
    private void steps(String kind, String side, List<Alignment.Place> places) {
        for (int first = 0; first < places.size(); ) {
            int next = first + 1;
            while (next < places.size()
                    && places.get(next).after().equals(places.get(next - 1).text())) {
                next++;
            }
            String together = places.subList(first, next).stream()
                    .map(Alignment.Place::text)
                    .collect(Collectors.joining(StoryBook.THEN));
            String after = places.get(first).after();
            if (after.isEmpty()) {
                say(kind + ".first", side, together);
            } else {
                say(kind, side, together, after);
            }
            first = next;
        }
    }

    private static List<String> steps(String way) {
        return List.of(
                way.substring(way.indexOf(StoryBook.OF) + StoryBook.OF.length()).split(StoryBook.THEN, -1));
    }
}
