package org.serviceexchange.connection.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The connections that live on one side of this instance; each feature declares its own bean. */
public interface LivingConnections {

    /** The side that this instance is on. */
    ConnectionSide side();

    /** The connection with this number; empty if there is none, or it does not live. */
    Optional<LivingConnection> find(String number);

    /** The connection whose journal and page this number has; empty if there is none, or it does not live. */
    Optional<LivingConnection> ofSubject(String number);

    /** As {@link #find}; the row stays locked until the transaction ends. */
    Optional<LivingConnection> lock(String number);

    /**
     * The connection of a registration.
     *
     * @param provider thumbprint of the provider whose registration it is
     */
    Optional<LivingConnection> ofRegistration(String registration, String provider);

    /** The connection whose keys in use have this id; empty if there is none, or it does not live. */
    Optional<LivingConnection> ofKey(String keyId);

    /** The versions of the records of these subjects, read in one statement. */
    Map<String, Long> versions(List<String> subjects);

    /** Numbers of living connections that are smaller than this one, the greatest first. */
    List<String> before(String number, int limit);

    /**
     * The peer knows none of the keys that this side holds; the connection is locked. What follows is decided by what the
     * peer's signed state says. Only a consumer begins an exchange, so only its side hears of this.
     */
    default void rotationRefused(String number) {}

    /** From now on the keys of this id protect; the row is locked already. */
    void keysRotated(String number, String keyId);

    /**
     * What this side says of the connection is something else now: the version of its record grows, and the other side is
     * asked, which makes it ask in turn. The row is locked already. Returns the version.
     */
    long changed(String number);
}
