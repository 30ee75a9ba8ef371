package org.serviceexchange.checker.story;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.serviceexchange.checker.CheckedStep;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * What happens in a story that is out of the ordinary. Between, and after that, everybody does what is asked of them.
 *
 * @param begin the first steps, if it begins on a certain way
 * @param slow the side whose jobs run only when nothing else is left to do
 * @param agreeing whether the first way is taken at gateways whose answer only people, forms and decisions know
 */
record Scenario(
        LocalizedMessage title,
        List<CheckedStep> begin,
        List<Mishap> mishaps,
        List<Move> moves,
        Optional<ConnectionSide> slow,
        boolean agreeing) {

    /** One that every pair of processes is asked for. */
    static Scenario of(String name) {
        return of(LocalizedMessage.of("story.title." + name));
    }

    static Scenario of(LocalizedMessage title) {
        return new Scenario(title, List.of(), List.of(), List.of(), Optional.empty(), true);
    }

    /** One that begins on a certain way. */
    static Scenario beginning(LocalizedMessage title, List<CheckedStep> begin) {
        return new Scenario(title, begin, List.of(), List.of(), Optional.empty(), true);
    }

    Scenario but(Mishap mishap) {
        List<Mishap> more = Stream.concat(mishaps.stream(), Stream.of(mishap)).toList();
        return new Scenario(title, begin, more, moves, slow, agreeing);
    }

    Scenario with(Move... next) {
        List<Move> more = Stream.concat(moves.stream(), Arrays.stream(next)).toList();
        return new Scenario(title, begin, mishaps, more, slow, agreeing);
    }

    Scenario slowAt(ConnectionSide side) {
        return new Scenario(title, begin, mishaps, moves, Optional.of(side), agreeing);
    }

    /** The same with the other answer at such gateways. */
    Scenario sayingNo() {
        return new Scenario(title, begin, mishaps, moves, slow, false);
    }
}
