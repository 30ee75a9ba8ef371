package org.serviceexchange.protocol.handshake;

import org.serviceexchange.protocol.wire.MessageFields;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Wire;

/**
 * The payload of M3 and M4: which exchange is finished. JSON; specified in docs/protocol.md, section 7.
 *
 * @param exchange id of the exchange, 16 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Acknowledgement(byte[] exchange) {

    public Acknowledgement {
        MessageFields.bytes("exchange", exchange, M1.EXCHANGE_LENGTH);
    }

    /**
     * M3 or M4: a Finished value over all messages before it.
     *
     * @param payloadType {@code application/vnd.service-exchange.v1.m3+json} or {@code …v1.m4+json}
     * @param payload the exact bytes of the acknowledgement
     * @param finished 32 bytes
     */
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
