package org.serviceexchange.connection.act;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds the connections of both sides, and acts on one only if it is unchanged since the program read it (If-Match). */
@Service
public class ActOnConnection {

    private final List<ShownConnections> sides;

    public ActOnConnection(List<ShownConnections> sides) {
        this.sides = sides;
    }

    /** The connection with this number; a problem that names it if there is none. */
    public ShownConnection find(ConnectionSide side, String number) {
        ShownConnections known = of(side);
        return known.find(number).orElseThrow(() -> known.unknown(number));
    }

    /**
     * Locks the connection, so that nothing changes between check and action; a {@code CHANGED_MEANWHILE} problem if it is
     * not as expected.
     */
    @Transactional
    public void act(
            ConnectionSide side,
            String number,
            Predicate<Function<Locale, Object>> asExpected,
            Consumer<ShownConnection> act) {
        ShownConnections known = of(side);
        ShownConnection connection = known.lock(number).orElseThrow(() -> known.unknown(number));
        if (!asExpected.test(connection.resource())) {
            throw new Problem(ProblemCode.CHANGED_MEANWHILE, number);
        }
        act.accept(connection);
    }

    ShownConnections of(ConnectionSide side) {
        return sides.stream().filter(known -> known.side() == side).findFirst().orElseThrow();
    }
}
