package org.serviceexchange.connection.overview.web;

import java.util.Comparator;
import java.util.List;
import org.serviceexchange.connection.life.ConnectionAct;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.springframework.stereotype.Component;

/** What can be done with a connection, for its page; the template {@code connection/acts.html} lists it. */
@Component
public class ActsInView {

    private final ConnectionLookup connections;
    private final List<ConnectionAct> acts;

    ActsInView(ConnectionLookup connections, List<ConnectionAct> acts) {
        this.connections = connections;
        this.acts = acts.stream()
                .sorted(Comparator.comparingInt(ConnectionAct::order))
                .toList();
    }

    /** An act of one connection. */
    public record Shown(String id, String name, String what, String path) {}

    /** The acts of the connection with this number; none if it does not live. */
    public List<Shown> of(String number) {
        return connections
                .find(number)
                .map(living -> acts.stream().map(act -> shown(act, living)).toList())
                .orElse(List.of());
    }

    private static Shown shown(ConnectionAct act, LivingConnection connection) {
        return new Shown(act.id(), act.name(), act.what(), act.path().apply(connection));
    }
}
