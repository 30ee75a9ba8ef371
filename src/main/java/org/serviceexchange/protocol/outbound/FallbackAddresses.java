package org.serviceexchange.protocol.outbound;

import java.net.URI;
import java.util.Optional;

/** Where peers were before they moved. */
@FunctionalInterface
public interface FallbackAddresses {

    /** The same path at the former address of a peer that moved a short while ago; empty if there is none. */
    Optional<URI> before(URI address);
}
