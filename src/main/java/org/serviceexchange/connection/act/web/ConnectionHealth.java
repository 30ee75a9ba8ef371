package org.serviceexchange.connection.act.web;

import java.util.Locale;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.rotation.KeysInView;
import org.serviceexchange.connection.suspension.Standstills;
import org.springframework.stereotype.Component;

/** Builds the representation of a connection's health. */
@Component
class ConnectionHealth {

    private final Heartbeats heartbeats;
    private final KeysInView keys;
    private final Standstills standstills;

    ConnectionHealth(Heartbeats heartbeats, KeysInView keys, Standstills standstills) {
        this.heartbeats = heartbeats;
        this.keys = keys;
        this.standstills = standstills;
    }

    ConnectionHealthResource of(ShownConnection connection, Locale language) {
        return ConnectionHealthResource.of(
                connection,
                heartbeats.of(connection.subject()),
                standstills.ofSubject(connection.subject()),
                keys.ofSubject(connection.subject()),
                language);
    }
}
