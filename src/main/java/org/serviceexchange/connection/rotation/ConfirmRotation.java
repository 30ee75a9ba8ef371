package org.serviceexchange.connection.rotation;

import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.protocol.handshake.Confirmation;
import org.serviceexchange.protocol.handshake.KeyExchangeServer;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Stores the keys of a completed rotation beside those in use. */
@Service
public class ConfirmRotation {

    private final ConnectionLookup connections;
    private final NewKeys newKeys;
    private final KeyExchangeServer server;

    public ConfirmRotation(ConnectionLookup connections, NewKeys newKeys, KeyExchangeServer server) {
        this.connections = connections;
        this.newKeys = newKeys;
        this.server = server;
    }

    /** Returns M4; keys and journal entry are stored in the same transaction. */
    @Transactional
    public byte[] confirm(String number, byte[] m3) {
        LivingConnection connection =
                connections.lock(number).orElseThrow(() -> MessageRefusal.failed("rotationOfNone"));
        Confirmation confirmation = server.confirmRotation(connection.registration(), m3);
        confirmation.keys().ifPresent(keys -> newKeys.agreed(connection, keys, confirmation.messages(m3)));
        return confirmation.m4();
    }
}
