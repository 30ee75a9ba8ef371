package org.serviceexchange.protocol.probe;

import java.util.Optional;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Connections that peers may probe; each feature declares its own bean. */
public interface ProbedConnections {

    /** The response to a probe under this key id; empty if this feature does not know the key id. */
    Optional<byte[]> probe(String keyId, byte[] request);

    /**
     * Records why a probe under this key id was refused, if this feature knows the key id. Called after the transaction
     * of {@link #probe} was rolled back, because the peer is not told the reason.
     */
    void refused(String keyId, LocalizedMessage reason);
}
