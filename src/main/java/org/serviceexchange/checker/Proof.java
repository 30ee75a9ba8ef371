package org.serviceexchange.checker;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.platform.message.LocalizedMessage;

/**
 * What came of checking a folder.
 *
 * @param unproved why nothing can be said of it, a sentence each; empty if something can
 * @param against a shortest counter-example of each property that does not hold, the gravest first
 * @param states number of states that can be reached
 * @param steps number of steps between them
 * @param drawn the processes of the provider and of the consumer, unless one is missing
 */
public record Proof(
        List<LocalizedMessage> unproved,
        List<CounterExample> against,
        int states,
        int steps,
        List<DrawnProcess> drawn) {

    static Proof none(List<LocalizedMessage> why) {
        return new Proof(List.copyOf(why), List.of(), 0, 0, List.of());
    }

    /** Whether all properties hold. */
    public boolean proved() {
        return unproved.isEmpty() && against.isEmpty();
    }

    /** The way of the first counter-example on both diagrams, as SVG; empty if there is none. */
    public Optional<String> picture(Locale language) {
        return against.stream()
                .findFirst()
                .map(first -> WayPicture.of(first.way(), drawn.get(0), drawn.get(1), language));
    }
}
