package org.serviceexchange.checker.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * A process.
 *
 * @param elements by id, in the order of the file
 * @param outside what the checker does not understand, a sentence each
 */
public record DrawnProcess(
        String id,
        Map<String, DrawnElement> elements,
        List<DrawnFlow> flows,
        List<LocalizedMessage> outside,
        DrawnPlaces places) {

    /** The element with this id. */
    public DrawnElement element(String element) {
        return Objects.requireNonNull(elements.get(element), element);
    }

    /** The flows that leave an element. */
    public List<DrawnFlow> from(String element) {
        return flows.stream().filter(flow -> flow.from().equals(element)).toList();
    }

    /** How many flows lead to an element. */
    public long inbound(String element) {
        return flows.stream().filter(flow -> flow.to().equals(element)).count();
    }

    /** The events at the border of an element. */
    public List<DrawnElement> borders(String host) {
        return elements.values().stream()
                .filter(element -> element.host().equals(host))
                .toList();
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
