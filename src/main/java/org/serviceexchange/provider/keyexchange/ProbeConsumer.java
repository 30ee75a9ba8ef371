package org.serviceexchange.provider.keyexchange;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.serviceexchange.connection.evidence.PeerReceipts;
import org.serviceexchange.journal.Receipt;
import org.serviceexchange.protocol.handshake.Channel;
import org.serviceexchange.protocol.outbound.OutboundHttp;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.protocol.wire.Responses;
import org.springframework.stereotype.Service;

/** Sends a consumer a probe under the agreed keys. */
@Service
class ProbeConsumer {

    private final Probes probes;
    private final OutboundHttp http;

    ProbeConsumer(Probes probes, OutboundHttp http) {
        this.probes = probes;
        this.http = http;
    }

    /**
     * Returns the proof of the response if it verifies. No transaction may be open during the call: the consumer may be probing
     * this instance at the same time, and each would wait for the other's locks.
     */
    public List<Receipt> probe(String consumerUrl, Channel channel) {
        byte[] request = probes.request(channel);
        URI address = URI.create(consumerUrl + ProtocolPaths.PROBES);
        byte[] answer = http.post(address, "application/json", request, Map.of());
        Responses.verified(consumerUrl, () -> probes.accept(channel, request, answer));
        return List.of(PeerReceipts.probeAnswer(answer));
    }
}
