package org.serviceexchange.connection.address;

import java.net.URI;
import org.serviceexchange.connection.statement.Statements;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.platform.settings.InstanceSettings;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;

/** Answers a peer that asks whether this instance is at the address at which it was asked. */
@Service
public class AnswerAddressQuestion {

    private final AddressMessages messages;
    private final InstanceSettings instance;

    public AnswerAddressQuestion(AddressMessages messages, InstanceSettings instance) {
        this.messages = messages;
        this.instance = instance;
    }

    /** The signed proof. It names this instance's base URL whatever the question does: whoever passes it on from elsewhere gains nothing. */
    public byte[] answer(byte[] envelope) {
        Statements.Received<StatedAddress> received = messages.read(envelope, MessageType.ADDRESS_QUESTION);
        URI baseUrl = instance.baseUrl();
        if (baseUrl == null) {
            throw new Problem(ProblemCode.BASE_URL_NOT_SET);
        }
        return messages.write(
                MessageType.ADDRESS_PROOF,
                messages.say(
                        received.connection(),
                        baseUrl.toString(),
                        received.said().nonce()));
    }
}
