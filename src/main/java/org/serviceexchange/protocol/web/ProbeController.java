package org.serviceexchange.protocol.web;

import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.protocol.probe.ProbedConnections;
import org.serviceexchange.protocol.probe.Probes;
import org.serviceexchange.protocol.wire.ExchangeFailure;
import org.serviceexchange.protocol.wire.MessageRefusal;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Responds to probes through the feature that knows the key id. */
@RestController
class ProbeController {

    private final ObjectProvider<ProbedConnections> connections;

    ProbeController(ObjectProvider<ProbedConnections> connections) {
        this.connections = connections;
    }

    @PostMapping(
            path = ProtocolPaths.PROBES,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] answer(@RequestBody byte[] request) {
        String keyId = Probes.keyId(request);
        try {
            return connections.stream()
                    .map(known -> known.probe(keyId, request))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElseThrow(() -> MessageRefusal.failed("keyId"));
        } catch (Problem refused) {
            if (refused.getCause() instanceof ExchangeFailure failure) {
                connections.forEach(known -> known.refused(keyId, failure.message()));
            }
            throw refused;
        }
    }
}
