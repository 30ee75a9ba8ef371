package org.serviceexchange.checker.story;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.serviceexchange.checker.model.DrawnElement;
import org.serviceexchange.checker.model.DrawnKind;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.checker.walk.Position;
import org.serviceexchange.consumer.connection.ConnectionSnapshot;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.provider.registration.RegistrationSnapshot;

/** Says where the processes of both sides stand, and in which states their records are. */
final class StoryStanding {

    private final DrawnProcess registration;
    private final DrawnProcess connection;
    private final Locale language;

    StoryStanding(DrawnProcess registration, DrawnProcess connection, Locale language) {
        this.registration = registration;
        this.connection = connection;
        this.language = language;
    }

    private String text(String key, Object... arguments) {
        return LocalizedMessage.of(key, arguments).in(language);
    }

    /** Where a side stands, and its record; nothing before it began. */
    String of(ConnectionSide side, PairState state) {
        Position position = position(side, state);
        if (!position.begun()) {
            return "";
        }
        String reached = stateOf(side, state);
        if (position.over()) {
            return text("story.over." + side, reached);
        }
        String places = position.tokens().stream()
                .flatMap(token -> place(token, side == ConnectionSide.PROVIDER ? registration : connection))
                .distinct()
                .collect(Collectors.joining(", "));
        return text("story.waits." + side, places, reached);
    }

    private Stream<String> place(String token, DrawnProcess process) {
        boolean job = token.endsWith("!");
        DrawnElement element = process.elements().get(job ? token.substring(0, token.length() - 1) : token);
        if (element == null) {
            return Stream.empty();
        }
        if (job) {
            return Stream.of(text("story.place.job", element.label()));
        }
        if (element.kind() == DrawnKind.PERSON) {
            String people = element.people();
            return Stream.of(
                    people.isEmpty()
                            ? text("story.place.person", element.label())
                            : text("story.place.people", element.label(), people.replaceAll("\\s*,\\s*", ", ")));
        }
        return Stream.of(text("story.place", element.label()));
    }

    static Position position(ConnectionSide side, PairState state) {
        return side == ConnectionSide.PROVIDER ? state.provider() : state.consumer();
    }

    /** The state of a record, with the reason if it was closed; empty if there is none. */
    String stateOf(ConnectionSide side, PairState state) {
        RegistrationSnapshot registered = state.registration();
        ConnectionSnapshot connected = state.connection();
        if (side == ConnectionSide.PROVIDER) {
            return registered == null ? "" : registered.label().in(language);
        }
        return connected == null ? "" : connected.state().label().in(language);
    }
}
