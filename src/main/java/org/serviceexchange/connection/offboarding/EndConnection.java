package org.serviceexchange.connection.offboarding;

import org.serviceexchange.connection.heartbeat.HeartbeatRows;
import org.serviceexchange.connection.life.ConnectionLife;
import org.serviceexchange.connection.rotation.KeySet;
import org.serviceexchange.connection.rotation.KeySets;
import org.serviceexchange.connection.suspension.Suspensions;
import org.serviceexchange.kmf.ModuleKeys;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes away all that a connection has at this instance beside its record.
 *
 * <p>Security guarantees: No key of an ended connection is left: neither those in use, nor replaced or agreed ones, nor the
 * key of its OAuth client.
 */
@Service
public class EndConnection {

    private final ModuleKeys keys;
    private final KeySets keySets;
    private final HeartbeatRows heartbeats;
    private final Suspensions suspensions;
    private final ConnectionLife life;

    public EndConnection(
            ModuleKeys keys, KeySets keySets, HeartbeatRows heartbeats, Suspensions suspensions, ConnectionLife life) {
        this.keys = keys;
        this.keySets = keySets;
        this.heartbeats = heartbeats;
        this.suspensions = suspensions;
        this.life = life;
    }

    /**
     * Part of the transaction that ends the record, which is locked.
     *
     * @param connection number of the connection at this instance, such as {@code CCN0001001}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(String connection) {
        keys.destroyAll(connection);
        keySets.of(connection).stream().map(KeySet::keyId).forEach(keySets::delete);
        heartbeats.remove(connection);
        suspensions.remove(connection);
        life.ended(connection);
    }
}
