package org.serviceexchange.checker;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * One step of a way.
 *
 * @param said what happens
 * @param outcomes what comes of it, as far as it could have been otherwise
 * @param provider elements and flows of the provider's process that a case came by
 * @param consumer the same at the consumer
 */
public record CheckedStep(
        ConnectionSide side,
        LocalizedMessage said,
        List<LocalizedMessage> outcomes,
        List<String> provider,
        List<String> consumer) {

    /** The step in a sentence or more, with its side. */
    public String in(Locale language) {
        return Stream.concat(Stream.of(said), outcomes.stream())
                .map(sentence -> sentence.in(language))
                .collect(Collectors.joining(
                        " ", LocalizedMessage.of("checker.side." + side).in(language) + ": ", ""));
    }
}
