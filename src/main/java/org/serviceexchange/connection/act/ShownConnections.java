package org.serviceexchange.connection.act;

import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The connections of one side, in whatever state, as the API shows them; each feature declares its own bean. */
public interface ShownConnections {

    /** The side that this instance is on. */
    ConnectionSide side();

    /** The connection with this number; empty if there is none. */
    Optional<ShownConnection> find(String number);

    /** As {@link #find}; the row stays locked until the transaction ends. */
    Optional<ShownConnection> lock(String number);

    /** Says that there is none with this number. */
    Problem unknown(String number);

    /** Retries the failed step of the onboarding of this subject now; false if there is none. */
    boolean retryOnboarding(String subject);
}
