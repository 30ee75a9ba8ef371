package org.serviceexchange.connection.signature;

import org.serviceexchange.kmf.InstanceKeys;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.MessageType;
import org.springframework.stereotype.Service;

/** Answers a peer that asks whether this instance holds the signature key that was announced. */
@Service
public class AnswerKeyQuestion {

    private final KeyMessages messages;
    private final InstanceKeys keys;

    public AnswerKeyQuestion(KeyMessages messages, InstanceKeys keys) {
        this.messages = messages;
        this.keys = keys;
    }

    /** The proof, signed by that key. Only the active key is proved: peers must not pin one that was replaced. */
    public byte[] answer(byte[] envelope) {
        StatedKey asked =
                messages.read(envelope, MessageType.SIGNATURE_KEY_QUESTION).said();
        if (!asked.announced().equals(keys.thumbprint())) {
            throw MessageRefusal.failed("keyOfAnother");
        }
        return messages.prove(messages.answer(asked));
    }
}
