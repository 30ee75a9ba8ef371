package org.serviceexchange.connection.offboarding;

import java.util.Optional;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The records of one side whose live connections can be off-boarded; each feature declares its own bean. */
public interface OffBoardedRecords {

    /** The side that this instance is on. */
    ConnectionSide side();

    /** The name of the other instance; empty if this side has no such record with a live connection. */
    Optional<String> peer(String number);

    /**
     * Locks the record. False if a person off-boarded it already; a problem that names its state if it has no live
     * connection.
     */
    boolean lockLive(String number);

    /** Ends the live connection of the locked record. */
    void end(String number);
}
