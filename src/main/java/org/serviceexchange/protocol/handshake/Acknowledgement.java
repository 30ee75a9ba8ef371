package org.serviceexchange.protocol.handshake;

import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Wire;

/** The payload of the third and the fourth message: which exchange is finished. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Acknowledgement(byte[] exchange) {

    public Acknowledgement {
        MessageFields.bytes("exchange", exchange, M1.EXCHANGE_LENGTH);
    }

    /** The third or fourth message: a Finished value over all messages before it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Message(String payloadType, byte[] payload, byte[] finished) {

        public Message {
            MessageFields.bytes("finished", finished, Exports.SECRET_LENGTH);
        }

        static byte[] write(MessageType type, byte[] exchange, byte[] finished) {
            return Wire.write(new Message(type.payloadType(), Wire.write(new Acknowledgement(exchange)), finished));
        }

        static Message read(byte[] message, MessageType type) {
            Message read = Wire.read(message, Message.class);
            type.require(read.payloadType);
            return read;
        }

        byte[] exchange() {
            return Wire.read(payload, Acknowledgement.class).exchange();
        }
    }
}
