package org.serviceexchange.protocol.probe;

import java.util.Optional;

/** Connections that may be probed; each feature declares its own as a bean. */
public interface ProbedConnections {

    /** The answer to a probe under this key id, or nothing if the key id is unknown here. */
    Optional<byte[]> probe(String keyId, byte[] request);
}
