package org.serviceexchange.connection.state;

import java.util.List;
import java.util.Optional;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The records that this instance shares with peers on one side; each feature declares its own bean. */
public interface SharedRecords {

    /** The side on which this instance is. */
    ConnectionSide side();

    /**
     * What to answer this peer, with the record locked; empty if the peer was never pinned for it and therefore is told
     * nothing, not even whether it exists.
     *
     * @param proven whether the peer holds this instance's signed response to its claim
     */
    Optional<Standing> standing(String peer, String registration, boolean proven);

    /** Whom to ask about a record; empty if there is nobody. */
    Optional<Addressee> addressee(String number);

    /** Locks the record; false if it is no longer the version for which the peer was asked. */
    boolean lock(String number, long version);

    /** Adopts what follows from the peer's state for the locked record; returns what is left to do without a transaction. */
    Runnable adopt(String number, StateFacts said);

    /** Numbers of records with a peer that have not ended, newest first. */
    List<String> inProgress(int limit);

    /** The same with those whose peer may know this instance although its answer did not arrive. */
    default List<String> begun(int limit) {
        return inProgress(limit);
    }

    /** Numbers of live connections' records, in order, after the given one. */
    List<String> live(String after, int limit);
}
