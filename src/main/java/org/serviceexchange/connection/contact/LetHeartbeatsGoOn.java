package org.serviceexchange.connection.contact;

import org.serviceexchange.connection.heartbeat.Heartbeats;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.springframework.stereotype.Service;

/** A person found out that a single database answers at the other side's address again. */
@Service
public class LetHeartbeatsGoOn {

    private final ConnectionLookup connections;
    private final Heartbeats heartbeats;
    private final Alarms alarms;

    public LetHeartbeatsGoOn(ConnectionLookup connections, Heartbeats heartbeats, Alarms alarms) {
        this.connections = connections;
        this.heartbeats = heartbeats;
        this.alarms = alarms;
    }

    /** Has no effect if heartbeats go on already, or the connection is over. */
    public void goOn(String number, String author) {
        connections.find(number).ifPresent(connection -> heartbeats.goOn(connection.subject(), author));
        alarms.end(number, Alarm.DOUBLED);
    }
}
