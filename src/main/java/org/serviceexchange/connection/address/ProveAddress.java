package org.serviceexchange.connection.address;

import java.net.URI;
import java.util.Map;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.InstanceDescription;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.stereotype.Component;

/**
 * Asks at an address whether the pinned peer of a connection is there, and whether it is still at the address before too.
 *
 * <p>Security guarantees: Nobody but the holder of the pinned signature key, asked now, proves an address. A copy of the peer proves none as long as
 * the original answers at the address that is known.
 */
@Component
class ProveAddress {

    private final AddressMessages messages;
    private final Discovery discovery;
    private final OutboundHttp http;

    ProveAddress(AddressMessages messages, Discovery discovery, OutboundHttp http) {
        this.messages = messages;
        this.discovery = discovery;
        this.http = http;
    }

    /** The peer's signed proof. No transaction may be open. Problems: those of a call, and {@code ADDRESS_STILL_USED}. */
    byte[] prove(LivingConnection connection, String address) {
        StatedAddress question = messages.say(connection, address);
        byte[] proof = http.post(
                URI.create(address + ProtocolPaths.ADDRESS_QUESTIONS),
                "application/json",
                messages.write(MessageType.ADDRESS_QUESTION, question),
                Map.of());
        AddressMessages.readAnswer(proof, MessageType.ADDRESS_PROOF, connection, question);
        requireLeft(connection);
        return proof;
    }

    /** An instance that moved says so at its former address, or nobody is there. */
    private void requireLeft(LivingConnection connection) {
        String former = connection.peer().url();
        if (isAt(former, connection)) {
            throw new Problem(ProblemCode.ADDRESS_STILL_USED, InstanceAddress.shown(former));
        }
    }

    private boolean isAt(String former, LivingConnection connection) {
        try {
            byte[] said =
                    http.get(ProtocolPaths.describing(former, connection.peer().thumbprint()));
            InstanceDescription description =
                    discovery.read(said, connection.peer().thumbprint());
            return InstanceAddress.same(description.baseUrl(), former);
        } catch (Problem | PeerProblem nobodyThere) {
            return false;
        }
    }
}
