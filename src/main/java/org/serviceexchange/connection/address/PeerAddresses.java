package org.serviceexchange.connection.address;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** Where the records of one side keep the addresses of peers; each feature declares its own bean. */
public interface PeerAddresses {

    /** The side that this instance is on. */
    ConnectionSide side();

    /**
     * From now on the peer is at this address; the record is locked already. A problem if the record cannot have it.
     *
     * @param number number of the connection at this instance
     */
    void moved(String number, String address);
}
