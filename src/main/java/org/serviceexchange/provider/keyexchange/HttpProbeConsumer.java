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

/** Sends the probe over HTTP. */
@Service
class HttpProbeConsumer implements ProbeConsumer {

    private final Probes probes;
    private final OutboundHttp http;

    HttpProbeConsumer(Probes probes, OutboundHttp http) {
        this.probes = probes;
        this.http = http;
    }

    @Override
    public List<Receipt> probe(String consumerUrl, Channel channel) {
        byte[] request = probes.request(channel);
        URI address = URI.create(consumerUrl + ProtocolPaths.PROBES);
        byte[] answer = http.post(address, "application/json", request, Map.of());
        Responses.verified(consumerUrl, () -> probes.accept(channel, request, answer));
        return List.of(PeerReceipts.probeAnswer(answer));
    }
}
