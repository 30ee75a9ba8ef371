package org.serviceexchange.checker.walk;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;

/** Which variables a case still needs where it waits: those that a gateway may read before they are set again. */
final class LiveValues {

    private static final Pattern NAME = Pattern.compile("\\w+");

    private final DrawnProcess process;
    private final StepCode code;
    private final Map<String, Set<String>> needed = new HashMap<>();

    LiveValues(DrawnProcess process, StepCode code) {
        this.process = process;
        this.code = code;
        process.elements().keySet().forEach(element -> needed.put(element, new HashSet<>()));
        boolean changed = true;
        while (changed) {
            changed = false;
            for (DrawnElement element : process.elements().values()) {
                changed |= of(element.id()).addAll(reads(element));
            }
        }
    }

    /** Those that are needed from the moment at which the case reaches this element. */
    Set<String> of(String element) {
        return needed.computeIfAbsent(element, id -> new HashSet<>());
    }

    private Set<String> reads(DrawnElement element) {
        Set<String> read = new HashSet<>();
        next(element).forEach(after -> read.addAll(of(after)));
        read.removeAll(code.sets(element.code()));
        process.from(element.id()).stream()
                .flatMap(flow -> NAME.matcher(flow.condition()).results())
                .forEach(name -> read.add(name.group()));
        return read;
    }

    /** All that may come next: by flows, by events, within a sub-process and behind it. */
    private Stream<String> next(DrawnElement element) {
        List<String> flows =
                process.from(element.id()).stream().map(flow -> flow.to()).toList();
        Stream<String> events = process.elements().values().stream()
                .filter(other -> other.host().equals(element.id())
                        || (other.byEvent() && other.scope().equals(element.scope())))
                .map(DrawnElement::id);
        Stream<String> inside = element.kind() == DrawnKind.SUBPROCESS
                ? Stream.of(process.startOf(element.id()).id())
                : Stream.of();
        Stream<String> scope =
                element.scope().equals(process.id()) ? Stream.of() : behind(process.element(element.scope()));
        return Stream.of(flows.stream(), events, inside, scope).flatMap(way -> way);
    }

    private Stream<String> behind(DrawnElement scope) {
        return Stream.concat(
                process.from(scope.id()).stream().map(flow -> flow.to()),
                process.borders(scope.id()).stream().map(DrawnElement::id));
    }
}
