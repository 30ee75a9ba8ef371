package org.serviceexchange.connection.life;

import java.net.URI;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.Parties;
import org.serviceexchange.protocol.wire.Party;

/**
 * A connection that both sides hold active.
 *
 * @param number its number at this instance, such as {@code CCN0001001}; also the module of its keys
 * @param subject whose journal and page it has: at the provider the registration, at the consumer the connection itself
 * @param side the side that this instance is on
 * @param keyId id of the keys that protect what this instance sends
 * @param parties what both sides pinned when they agreed the first keys
 * @param probes where the peer answers probes
 */
public record LivingConnection(
        String number, String subject, ConnectionSide side, String keyId, Parties parties, URI probes) {

    /** The number of the registration at the provider. */
    public String registration() {
        return parties.registration();
    }

    /** The other side. */
    public Party peer() {
        return side == ConnectionSide.PROVIDER ? parties.consumer() : parties.provider();
    }

    /** The connection under keys of this id. */
    public Channel channel(String id) {
        return new Channel(number, registration(), id, side);
    }
}
