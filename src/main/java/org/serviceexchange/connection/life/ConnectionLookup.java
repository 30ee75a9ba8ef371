package org.serviceexchange.connection.life;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds living connections of both sides. */
@Component
public class ConnectionLookup {

    private final ObjectProvider<LivingConnections> sides;

    public ConnectionLookup(ObjectProvider<LivingConnections> sides) {
        this.sides = sides;
    }

    /** The connection with this number; empty if there is none, or it does not live. */
    public Optional<LivingConnection> find(String number) {
        return first(side -> side.find(number));
    }

    /** The connection whose journal and page this number has; empty if there is none, or it does not live. */
    public Optional<LivingConnection> ofSubject(String number) {
        return first(side -> side.ofSubject(number));
    }

    /** As {@link #ofSubject(String)}, where the side is known. */
    public Optional<LivingConnection> ofSubject(ConnectionSide side, String number) {
        return of(side).flatMap(known -> known.ofSubject(number));
    }

    /** As {@link #find}; the row stays locked until the transaction ends. */
    public Optional<LivingConnection> lock(String number) {
        return first(side -> side.lock(number));
    }

    /** The connection, on this side, of a registration of the provider with this thumbprint. */
    public Optional<LivingConnection> ofRegistration(ConnectionSide side, String registration, String provider) {
        return of(side).flatMap(known -> known.ofRegistration(registration, provider));
    }

    /** The connection whose keys in use have this id; empty if there is none, or it does not live. */
    public Optional<LivingConnection> ofKey(String keyId) {
        return first(side -> side.ofKey(keyId));
    }

    /** The versions of the records of these subjects, all of which are of this side; read in one statement. */
    public Map<String, Long> versions(ConnectionSide side, List<String> subjects) {
        return subjects.isEmpty()
                ? Map.of()
                : of(side).map(known -> known.versions(subjects)).orElse(Map.of());
    }

    /** Numbers of this side that are smaller than this one, the greatest first. */
    public List<String> before(ConnectionSide side, String number, int limit) {
        return of(side).map(known -> known.before(number, limit)).orElse(List.of());
    }

    /** The peer knows none of the keys that this side holds of a locked connection. */
    public void rotationRefused(LivingConnection connection) {
        of(connection.side()).orElseThrow().rotationRefused(connection.number());
    }

    /** From now on the keys of this id protect what a locked connection sends. */
    public void keysRotated(LivingConnection connection, String keyId) {
        of(connection.side()).orElseThrow().keysRotated(connection.number(), keyId);
    }

    /** The other side is to hear something new of a locked connection; returns the version of its record from now on. */
    public long changed(LivingConnection connection) {
        return of(connection.side()).orElseThrow().changed(connection.number());
    }

    private Optional<LivingConnections> of(ConnectionSide side) {
        return sides.stream().filter(known -> known.side() == side).findFirst();
    }

    private Optional<LivingConnection> first(Function<LivingConnections, Optional<LivingConnection>> question) {
        return sides.stream().map(question).flatMap(Optional::stream).findFirst();
    }
}
