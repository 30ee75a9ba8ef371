package org.serviceexchange.checker.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.serviceexchange.platform.message.LocalizedMessage;

/** A process. */
public final class DrawnProcess {

    private final String id;
    private final Map<String, DrawnElement> elements;
    private final List<DrawnFlow> flows;
    private final List<LocalizedMessage> outside;
    private final DrawnPlaces places;
    private final Map<String, List<DrawnFlow>> from;
    private final Map<String, Long> inbound;
    private final Map<String, List<DrawnElement>> borders;
    private final Map<String, List<DrawnElement>> awaiting;
    private final List<DrawnElement> timers;

    /**
     * A process with its parts.
     *
     * @param elements by id, in the order of the file
     * @param outside what the checker does not understand, a sentence each
     */
    DrawnProcess(
            String id,
            Map<String, DrawnElement> elements,
            List<DrawnFlow> flows,
            List<LocalizedMessage> outside,
            DrawnPlaces places) {
        this.id = id;
        this.elements = elements;
        this.flows = List.copyOf(flows);
        this.outside = List.copyOf(outside);
        this.places = places;
        from = flows.stream().collect(Collectors.groupingBy(DrawnFlow::from));
        inbound = flows.stream().collect(Collectors.groupingBy(DrawnFlow::to, Collectors.counting()));
        borders = elements.values().stream().collect(Collectors.groupingBy(DrawnElement::host));
        awaiting = elements.values().stream()
                .filter(element -> !element.message().isEmpty())
                .collect(Collectors.groupingBy(DrawnElement::message));
        timers = elements.values().stream()
                .filter(element -> element.timer() != null)
                .toList();
    }

    public String id() {
        return id;
    }

    /** All elements by id, in the order of the file. */
    public Map<String, DrawnElement> elements() {
        return elements;
    }

    public List<DrawnFlow> flows() {
        return flows;
    }

    /** What the checker does not understand, a sentence each. */
    public List<LocalizedMessage> outside() {
        return outside;
    }

    public DrawnPlaces places() {
        return places;
    }

    /** The element with this id. */
    public DrawnElement element(String element) {
        return Objects.requireNonNull(elements.get(element), element);
    }

    /** The flows that leave an element. */
    public List<DrawnFlow> from(String element) {
        return from.getOrDefault(element, List.of());
    }

    /** How many flows lead to an element. */
    public long inbound(String element) {
        return inbound.getOrDefault(element, 0L);
    }

    /** The events at the border of an element. */
    public List<DrawnElement> borders(String host) {
        return borders.getOrDefault(host, List.of());
    }

    /** The elements that wait for a message at some time. */
    public List<DrawnElement> awaiting(String message) {
        return awaiting.getOrDefault(message, List.of());
    }

    /** The elements with a timer. */
    public List<DrawnElement> timers() {
        return timers;
    }

    /** The event with which a process or a sub-process begins; there is one, otherwise it stands in {@link #outside}. */
    public DrawnElement startOf(String scope) {
        return elements.values().stream()
                .filter(element ->
                        element.kind() == DrawnKind.START && element.scope().equals(scope))
                .findFirst()
                .orElseThrow();
    }

    /** Whether an element stands in a scope, however deep. */
    public boolean isIn(String element, String scope) {
        String at = element(element).scope();
        while (!at.equals(scope)) {
            if (at.equals(id)) {
                return false;
            }
            at = element(at).scope();
        }
        return true;
    }

    /** The label of an element for people. */
    public String label(String element) {
        return element(element).label();
    }
}
