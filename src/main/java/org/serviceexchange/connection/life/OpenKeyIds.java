package org.serviceexchange.connection.life;

import java.util.Optional;

/** Keys that are open beside those in use: agreed and not proved yet, or replaced a short while ago. */
@FunctionalInterface
public interface OpenKeyIds {

    /** The number of the connection that has such keys of this id. */
    Optional<String> connectionOf(String keyId);
}
