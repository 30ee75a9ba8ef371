package org.serviceexchange.connection.act.web;

import java.util.Locale;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.rotation.KeysInView;
import org.springframework.stereotype.Component;

/** Builds the representation of a connection's health. */
@Component
class ConnectionHealth {

    private final Heartbeats heartbeats;
    private final KeysInView keys;

    ConnectionHealth(Heartbeats heartbeats, KeysInView keys) {
        this.heartbeats = heartbeats;
        this.keys = keys;
    }

    ConnectionHealthResource of(ShownConnection connection, Locale language) {
        return ConnectionHealthResource.of(
                connection,
                heartbeats.of(connection.subject()),
                keys.ofSubject(connection.subject()),
                language);
    }
}
