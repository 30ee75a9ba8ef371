package org.serviceexchange.connection.repair;

import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.protocol.wire.ConnectionSide;

/**
 * The cases of one side that can be repaired; each feature declares its own bean. What may be skipped or gone back to is decided by
 * the record, never by the process alone.
 */
public interface RepairedCases {

    ConnectionSide side();

    /** Where the processes of this side stand. */
    ProcessDiagram diagram();

    /** Locks the record until the end of the transaction; a problem if there is none. */
    void lock(String number);

    /** Whether the case goes on without this step. */
    RepairOffer skip(String number, String step);

    /** Whether the case goes back from this step. */
    RepairOffer back(String number, String step);

    /** Whether the case is closed, on both sides. */
    RepairOffer undo(String number);

    /** Does it, in a transaction in which the record is locked; false if the process has moved on. */
    boolean carryOut(String number, String step, RepairAct act, String user);
}
