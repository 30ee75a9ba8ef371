package org.serviceexchange.connection.signature;

import org.serviceexchange.protocol.wire.ConnectionSide;

/** Where the records of one side keep the pinned keys of peers; each feature declares its own bean. */
public interface PeerKeys {

    /** The side that this instance is on. */
    ConnectionSide side();

    /**
     * From now on this key is pinned; the record is locked already.
     *
     * @param number number of the connection at this instance
     */
    void replaced(String number, byte[] signatureKey);
}
