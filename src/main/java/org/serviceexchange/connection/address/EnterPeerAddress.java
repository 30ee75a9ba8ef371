package org.serviceexchange.connection.address;

import java.util.List;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Author;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;

/**
 * A person enters the new address of a peer that could not announce it, for example because both sides moved while neither could
 * reach the other. It is proved all the same.
 */
@Service
public class EnterPeerAddress {

    private final ConnectionLookup connections;
    private final CallableAddresses callable;
    private final ProveAddress proveAddress;
    private final AdoptAddress adoptAddress;

    EnterPeerAddress(
            ConnectionLookup connections,
            CallableAddresses callable,
            ProveAddress proveAddress,
            AdoptAddress adoptAddress) {
        this.connections = connections;
        this.callable = callable;
        this.proveAddress = proveAddress;
        this.adoptAddress = adoptAddress;
    }

    /**
     * Proves and adopts the address. Problems: those of {@link CallableAddresses#entered} and of a call to the peer,
     * {@code ADDRESS_STILL_USED}, {@code CONNECTION_NOT_THERE_YET}.
     *
     * @param subject number of the registration at the provider, of the connection at the consumer
     */
    public void enter(String subject, String typed, String user) {
        LivingConnection connection = connections
                .ofSubject(subject)
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONNECTION_NOT_THERE_YET, subject, LocalizedMessage.of("address.notLiving")));
        String address = callable.entered(typed).value();
        if (InstanceAddress.same(connection.peer().url(), address)) {
            return;
        }
        byte[] proof = proof(connection, address);
        adoptAddress.adopt(
                connection,
                address,
                Author.of(user),
                List.of(Receipt.signed(
                        MessageType.ADDRESS_PROOF.payloadType(),
                        false,
                        connection.peer().signatureKey(),
                        proof)));
    }

    /** What the instance there answers otherwise is a problem of this instance's caller. */
    private byte[] proof(LivingConnection connection, String address) {
        try {
            return proveAddress.prove(connection, address);
        } catch (PeerProblem refused) {
            Finding why = refused.finding();
            throw new Problem(why.code(), refused, why.arguments().toArray());
        }
    }
}
