package org.serviceexchange.connection.address;

import java.util.List;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.platform.problem.ExplainedFailure;
import org.serviceexchange.platform.problem.Finding;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceAddress;
import org.serviceexchange.protocol.outbound.CallableAddresses;
import org.serviceexchange.protocol.outbound.PeerProblem;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;

/**
 * Answers a peer that announces a new address, after the address was proved and adopted.
 *
 * <p>Security guarantees: An announced address counts only after the pinned peer proved it there. No address is adopted that this
 * instance would not call, or that is its own.
 */
@Service
public class AnswerAnnouncement {

    private final AddressMessages messages;
    private final CallableAddresses callable;
    private final ProveAddress proveAddress;
    private final AdoptAddress adoptAddress;

    AnswerAnnouncement(
            AddressMessages messages,
            CallableAddresses callable,
            ProveAddress proveAddress,
            AdoptAddress adoptAddress) {
        this.messages = messages;
        this.callable = callable;
        this.proveAddress = proveAddress;
        this.adoptAddress = adoptAddress;
    }

    /**
     * The signed answer. Repeating an announcement has no effect. Problems: those of {@link Statements#read}, and
     * {@code ADDRESS_NOT_ADOPTED} or {@code ADDRESS_STILL_USED}, which this instance's journal and page show too.
     */
    public byte[] answer(byte[] envelope) {
        Statements.Received<StatedAddress> received = messages.read(envelope, MessageType.ADDRESS);
        LivingConnection connection = received.connection();
        String announced = received.said().baseUrl();
        try {
            String address = callable.entered(announced).value();
            if (InstanceAddress.same(connection.peer().url(), address)) {
                adoptAddress.known(connection);
            } else {
                byte[] proof = proveAddress.prove(connection, address);
                adoptAddress.adopt(connection, address, Journal.SYSTEM, receipts(connection, envelope, proof));
            }
        } catch (Problem | PeerProblem refused) {
            throw refusal(connection, announced, refused);
        }
        return messages.write(
                MessageType.ADDRESS_ANSWER,
                messages.say(connection, announced, received.said().nonce()));
    }

    private Problem refusal(LivingConnection connection, String announced, RuntimeException refused) {
        Finding why = ((ExplainedFailure) refused).finding();
        adoptAddress.refused(connection, announced, why);
        return refused instanceof Problem problem && problem.code() == ProblemCode.ADDRESS_STILL_USED
                ? problem
                : new Problem(ProblemCode.ADDRESS_NOT_ADOPTED, refused, announced, why.cause());
    }

    private static List<Receipt> receipts(LivingConnection connection, byte[] announcement, byte[] proof) {
        byte[] key = connection.peer().signatureKey();
        return List.of(
                Receipt.signed(MessageType.ADDRESS.payloadType(), false, key, announcement),
                Receipt.signed(MessageType.ADDRESS_PROOF.payloadType(), false, key, proof));
    }
}
