package org.serviceexchange.connection.evidence;

import java.util.ArrayList;
import java.util.List;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.protocol.handshake.ExchangeMessages;
import org.serviceexchange.protocol.wire.MessageType;

/** The messages of the protocol as receipts of journal entries. */
public final class PeerReceipts {

    private PeerReceipts() {}

    /** The messages of a key exchange; those that an earlier version did not keep are left out. */
    public static List<Receipt> exchange(
            ExchangeMessages messages, byte[] providerKey, byte[] consumerKey, boolean consumer) {
        List<Receipt> receipts = new ArrayList<>();
        byte[] m1 = messages.m1();
        byte[] m2 = messages.m2();
        if (m1 != null) {
            receipts.add(Receipt.signed(MessageType.M1.payloadType(), consumer, consumerKey, m1));
        }
        if (m2 != null) {
            receipts.add(Receipt.signed(MessageType.M2.payloadType(), !consumer, providerKey, m2));
        }
        receipts.add(Receipt.unsigned(MessageType.M3.payloadType(), consumer, messages.m3()));
        receipts.add(Receipt.unsigned(MessageType.M4.payloadType(), !consumer, messages.m4()));
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
