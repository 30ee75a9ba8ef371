package org.serviceexchange.connection.evidence;

import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.connection.life.LivingConnection;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.protocol.handshake.ExchangeMessages;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.protocol.wire.MessageType;
import org.serviceexchange.protocol.wire.Parties;

/** The messages of the protocol as receipts of journal entries. */
public final class PeerReceipts {

    private static final List<MessageType> FIRST =
            List.of(MessageType.M1, MessageType.M2, MessageType.M3, MessageType.M4);
    private static final List<MessageType> ROTATION =
            List.of(MessageType.ROTATION_M1, MessageType.ROTATION_M2, MessageType.ROTATION_M3, MessageType.ROTATION_M4);

    private PeerReceipts() {}

    /** The messages of a key exchange; those that an earlier version did not keep are left out. */
    public static List<Receipt> exchange(
            ExchangeMessages messages, byte[] providerKey, byte[] consumerKey, boolean consumer) {
        return exchange(FIRST, messages, providerKey, consumerKey, consumer);
    }

    /** The messages of a rotation of keys. */
    public static List<Receipt> rotation(ExchangeMessages messages, LivingConnection connection) {
        Parties parties = connection.parties();
        return exchange(
                ROTATION,
                messages,
                parties.provider().signatureKey(),
                parties.consumer().signatureKey(),
                connection.side() == ConnectionSide.CONSUMER);
    }

    private static List<Receipt> exchange(
            List<MessageType> types,
            ExchangeMessages messages,
            byte[] providerKey,
            byte[] consumerKey,
            boolean consumer) {
        List<Receipt> receipts = new ArrayList<>();
        byte[] m1 = messages.m1();
        byte[] m2 = messages.m2();
        if (m1 != null) {
            receipts.add(Receipt.signed(types.get(0).payloadType(), consumer, consumerKey, m1));
        }
        if (m2 != null) {
            receipts.add(Receipt.signed(types.get(1).payloadType(), !consumer, providerKey, m2));
        }
        receipts.add(Receipt.unsigned(types.get(2).payloadType(), consumer, messages.m3()));
        receipts.add(Receipt.unsigned(types.get(3).payloadType(), !consumer, messages.m4()));
        return receipts;
    }

    /** A probe of the peer. */
    public static Receipt probe(byte[] message) {
        return Receipt.unsigned(MessageType.PROBE.payloadType(), false, message);
    }

    /** The peer's answer to a probe. */
    public static Receipt probeAnswer(byte[] message) {
        return Receipt.unsigned(MessageType.PROBE_ANSWER.payloadType(), false, message);
    }
}
