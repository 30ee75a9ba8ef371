package org.serviceexchange.workshop.model;

import java.util.Locale;
import org.serviceexchange.platform.message.Messages;

/**
 * What people call an element: its name in the diagram, or where a flow without a name leads.
 *
 * @param name as in the diagram; empty if it has none
 * @param from name of the element in which a flow begins; empty for other elements
 * @param to name of the element to which it leads
 * @param id stands for a name that is missing
 */
public record ElementLabel(String name, String from, String to, String id) {

    /** The name, or what stands for it, in this language. */
    public String in(Locale language) {
        if (!from.isEmpty()) {
            return name.isEmpty()
                    ? Messages.of("workshop.flow", language, from, to)
                    : Messages.of("workshop.flow.named", language, name, from, to);
        }
        return name.isEmpty() ? id : name;
    }
}
