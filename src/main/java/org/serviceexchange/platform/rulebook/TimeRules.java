package org.serviceexchange.platform.rulebook;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.serviceexchange.platform.rulebook.model.ModelExpression;
import org.serviceexchange.platform.rulebook.model.ModelNode;
import org.serviceexchange.platform.rulebook.model.ModelTimer;
import org.serviceexchange.platform.rulebook.model.XmlElement;

/** Timers can be read by the engine, are neither too short nor too long, and end every wait. */
final class TimeRules {

    /** What ends a wait earlier is meant otherwise; what repeats faster keeps the instance busy. */
    private static final Duration SHORTEST = Duration.ofMinutes(1);

    private static final Map<String, Set<String>> TYPES = Map.of(
            "timeDate", Set.of("instant"),
            "timeDuration", Set.of("duration"),
            "timeCycle", Set.of("cycle"));
    private static final List<String> ENDING = List.of("userTask", "receiveTask", "intermediateCatchEvent");

    private final ReadFolder folder;
    private final ReadFolder.Model read;

    private TimeRules(ReadFolder folder, ReadFolder.Model read) {
        this.folder = folder;
        this.read = read;
    }

    static void check(ReadFolder folder, ReadFolder.Model read) {
        TimeRules rules = new TimeRules(folder, read);
        read.drawn().nodes().forEach(node -> {
            timer(node).ifPresent(time -> rules.timer(node, time));
            Stream.of("dueDate", "followUpDate").forEach(attribute -> rules.date(node, attribute));
        });
        rules.ends();
    }

    /** The element that says when the timer of an event is due. */
    private static Optional<XmlElement> timer(ModelNode node) {
        return node.definition("timer")
                .flatMap(definition -> definition.children().stream()
                        .filter(child -> TYPES.containsKey(child.name()))
                        .findFirst());
    }

    private void timer(ModelNode node, XmlElement time) {
        String text = time.content();
        if (!ModelExpression.isText(text)) {
            ModelExpression.variable(text)
                    .map(name -> read.catalogue().variables().getOrDefault(name, ""))
                    .filter(type -> !type.isEmpty()
                            && !Objects.requireNonNull(TYPES.get(time.name())).contains(type))
                    .ifPresent(type -> read.breaches().add(Rule.TIMER_OF_ANOTHER_KIND, node.element(), text, type));
            return;
        }
        if (time.name().equals("timeDate")) {
            read.breaches().add(Rule.TIMER_AT_ONE_DATE, node.element(), text);
            return;
        }
        Optional<Duration> duration =
                time.name().equals("timeCycle") ? ModelTimer.cycle(text) : ModelTimer.duration(text);
        check(node, text, duration);
    }

    private void date(ModelNode node, String attribute) {
        String text = node.element().camunda(attribute);
        if (!text.isEmpty() && ModelExpression.isText(text)) {
            check(node, text, ModelTimer.duration(text));
        }
    }

    private void check(ModelNode node, String text, Optional<Duration> duration) {
        if (duration.isEmpty()) {
            read.breaches().add(Rule.TIMER_UNREADABLE, node.element(), text);
        } else if (duration.get().compareTo(SHORTEST) < 0) {
            read.breaches().add(Rule.TIMER_TOO_SHORT, node.element(), text);
        }
    }

    private void ends() {
        for (ModelNode node : read.drawn().nodes()) {
            boolean waits = ENDING.contains(node.kind()) && timer(node).isEmpty();
            List<ModelNode> timers = endsByTime(node).toList();
            boolean ends = !timers.isEmpty() || BlockRules.isApproval(node.element()) || endsWithItsCaller();
            if (waits && !ends && !read.catalogue().isEndless()) {
                read.breaches().add(Rule.WAIT_WITHOUT_END, node.element());
            }
            boolean byTheLink = read.catalogue().comesByTheLink(read.drawn().message(node));
            if (waits && byTheLink && !timers.isEmpty() && timers.stream().noneMatch(this::isBeforeTheLinkEnds)) {
                read.breaches()
                        .add(
                                Rule.WAIT_LONGER_THAN_THE_LINK,
                                node.element(),
                                timers.get(0).label(),
                                read.catalogue().linkVariable());
            }
        }
    }

    /** The timers that end an element, or something around it. */
    private static Stream<ModelNode> endsByTime(ModelNode node) {
        return Stream.iterate(node, Objects::nonNull, one -> one.scope().orElse(null))
                .flatMap(one -> one.boundaries().stream())
                .filter(event -> event.interrupts() && timer(event).isPresent());
    }

    private boolean isBeforeTheLinkEnds(ModelNode event) {
        String text = timer(event).map(XmlElement::content).orElse("");
        boolean byVariable = ModelExpression.variable(text)
                .filter(read.catalogue().linkVariable()::equals)
                .isPresent();
        return byVariable
                || ModelTimer.duration(text)
                        .filter(duration -> duration.compareTo(read.catalogue().linkLife()) <= 0)
                        .isPresent();
    }

    /** A process that is called ends when the call is ended by time. */
    private boolean endsWithItsCaller() {
        List<ModelNode> calls = folder.executable().stream()
                .flatMap(one -> one.drawn().nodes("callActivity"))
                .filter(call -> call.element()
                        .value("calledElement")
                        .equals(read.drawn().key()))
                .toList();
        return !calls.isEmpty()
                && calls.stream().allMatch(call -> endsByTime(call).findAny().isPresent());
    }
}
