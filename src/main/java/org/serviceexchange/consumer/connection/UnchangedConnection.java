package org.serviceexchange.consumer.connection;

import java.util.function.Predicate;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Executes an action on a connection only if it is unchanged since the client read it (If-Match). */
@Service
public class UnchangedConnection {

    private final ProviderConnections connections;

    UnchangedConnection(ProviderConnections connections) {
        this.connections = connections;
    }

    /**
     * Locks the connection, so that nothing changes between check and action; a {@code CHANGED_MEANWHILE} problem if it
     * is not as expected.
     */
    @Transactional
    public void act(String number, Predicate<ProviderConnection> asExpected, Runnable act) {
        if (!asExpected.test(connections.lock(number))) {
            throw new Problem(ProblemCode.CHANGED_MEANWHILE, number);
        }
        act.run();
    }
}
