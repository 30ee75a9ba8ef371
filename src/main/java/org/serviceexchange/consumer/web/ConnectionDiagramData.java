package org.serviceexchange.consumer.web;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.consumer.connection.AgreedKeys;
import org.serviceexchange.consumer.connection.ConnectionState;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.journal.Journal;
import org.serviceexchange.platform.engine.ProcessDiagram;
import org.serviceexchange.platform.engine.ProcessStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Data that a connection's page loads by script: the diagram of its process, and its current status. */
@RestController
@RequestMapping("/connections/{number}")
class ConnectionDiagramData {

    private final ProviderConnections connections;
    private final ProcessDiagram diagram;
    private final ProcessDiagram life;
    private final Journal journal;

    ConnectionDiagramData(
            ProviderConnections connections,
            @Qualifier("connectionDiagram") ProcessDiagram diagram,
            @Qualifier("connectionLifeDiagram") ProcessDiagram life,
            Journal journal) {
        this.connections = connections;
        this.diagram = diagram;
        this.life = life;
        this.journal = journal;
    }

    @GetMapping("/status")
    ProcessStatus status(@PathVariable String number, Locale language) {
        ProviderConnection connection = connections.get(number);
        return ProcessStatus.at(
                current(connection).position(number, language),
                connection.state().label().in(language),
                !connection.state().ended() || connection.state() == ConnectionState.ONBOARDED,
                shown(connection));
    }

    @GetMapping(path = "/process", produces = MediaType.APPLICATION_XML_VALUE)
    String process(@PathVariable String number, Locale language) {
        return current(connections.get(number)).source(number, language);
    }

    /** Of the onboarding until it is complete, then of the life of the connection. */
    private ProcessDiagram current(ProviderConnection connection) {
        boolean begun =
                connection.state() == ConnectionState.ONBOARDED || connection.state() == ConnectionState.OFF_BOARDED;
        return begun && !life.source(connection.number(), Locale.ENGLISH).isEmpty() ? life : diagram;
    }

    /** Everything that changes is a fact, an entry or a failed step. */
    private List<Object> shown(ProviderConnection connection) {
        return List.of(
                connection.state(),
                connection.keys().filter(AgreedKeys::inbound).isPresent(),
                connection.keys().filter(AgreedKeys::outbound).isPresent(),
                connection.snapshot().findings(),
                current(connection).failure(connection.number()),
                journal.count(connection.number()));
    }
}
