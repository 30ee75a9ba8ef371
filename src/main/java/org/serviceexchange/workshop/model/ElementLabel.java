package org.serviceexchange.workshop.model;

import java.util.Locale;
import org.serviceexchange.platform.label.ModelLabels;
import org.serviceexchange.platform.message.Messages;

/**
 * What people call an element: its name, or where a flow without a name leads.
 *
 * @param name as in the diagram; empty if it has none
 * @param from name of the element in which a flow begins; empty for other elements
 * @param to name of the element to which it leads
 * @param id stands for a name that is missing
 * @param labels translate the names
 */
public record ElementLabel(String name, String from, String to, String id, ModelLabels labels) {

    /** The name, or what stands for it, in this language. */
    public String in(Locale language) {
        String own = labels.in(name, language);
        if (!from.isEmpty()) {
            String begin = labels.in(from, language);
            String end = labels.in(to, language);
            return name.isEmpty()
                    ? Messages.of("workshop.flow", language, begin, end)
                    : Messages.of("workshop.flow.named", language, own, begin, end);
        }
        return name.isEmpty() ? id : own;
    }
}
