package org.serviceexchange.connection.state;

import java.time.Instant;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** Makes a timer that is about to give up wait until the peer was asked. */
@FunctionalInterface
public interface AskedFirst {

    /**
     * Has the peer asked, and throws {@code NotYetDue}, unless it was asked since this time; whether it answered does not
     * matter, so that a silent peer holds up nothing.
     */
    void beforeGivingUp(ConnectionSide side, String number, Instant since);
}
