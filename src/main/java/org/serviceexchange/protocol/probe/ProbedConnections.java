package org.serviceexchange.protocol.probe;

import java.util.Optional;

/** Connections that peers may probe; each feature declares its own bean. */
public interface ProbedConnections {

    /** The response to a probe under this key id; empty if this feature does not know the key id. */
    Optional<byte[]> probe(String keyId, byte[] request);
}
