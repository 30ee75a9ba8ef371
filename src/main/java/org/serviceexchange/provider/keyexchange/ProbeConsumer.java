package org.serviceexchange.provider.keyexchange;

import java.util.List;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.protocol.handshake.Channel;

/** Sends a consumer a probe under the agreed keys. */
public interface ProbeConsumer {

    /**
     * Returns the proof of the response if it verifies. No transaction may be open during the call: the consumer may be probing
     * this instance at the same time, and each would wait for the other's locks.
     */
    List<Receipt> probe(String consumerUrl, Channel channel);
}
