package org.serviceexchange.protocol.web;

import java.security.GeneralSecurityException;
import java.util.Optional;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.probe.ProbedConnections;
import org.serviceexchange.protocol.probe.Probes;
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
        return connections.stream()
                .map(known -> known.probe(keyId, request))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        ProblemCode.EXCHANGE_FAILED,
                        new GeneralSecurityException("no connection has keys with this id")));
    }
}
