package org.serviceexchange.consumer.web;

import org.serviceexchange.consumer.ConnectionPosition;
import org.serviceexchange.consumer.ProviderConnection;
import org.serviceexchange.consumer.ProviderConnections;
import org.serviceexchange.problem.Problem;
import org.serviceexchange.problem.ProblemCode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the script of a connection's page reads. */
@RestController
@RequestMapping("/connections/{number}")
class ConnectionStateEndpoint {

    private final ProviderConnections connections;
    private final ConnectionPosition position;

    ConnectionStateEndpoint(ProviderConnections connections, ConnectionPosition position) {
        this.connections = connections;
        this.position = position;
    }

    /** The snapshot and its fingerprint. */
    record State(String fingerprint, ConnectionSnapshot snapshot) {}

    @GetMapping(path = "/state", produces = MediaType.APPLICATION_JSON_VALUE)
    State state(@PathVariable String number) {
        ConnectionSnapshot snapshot = ConnectionSnapshot.of(find(number), position);
        return new State(snapshot.fingerprint(), snapshot);
    }

    @GetMapping(path = "/diagram", produces = MediaType.APPLICATION_XML_VALUE)
    String diagram(@PathVariable String number) {
        return position.diagram(find(number).number());
    }

    private ProviderConnection find(String number) {
        return connections.find(number).orElseThrow(() -> new Problem(ProblemCode.CONNECTION_UNKNOWN, number));
    }
}
