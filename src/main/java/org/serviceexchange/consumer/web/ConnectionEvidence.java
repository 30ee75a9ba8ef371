package org.serviceexchange.consumer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.connection.evidence.EvidenceRecord;
import org.serviceexchange.connection.evidence.web.EvidenceDownload;
import org.serviceexchange.consumer.connection.PinnedProvider;
import org.serviceexchange.consumer.connection.ProviderConnection;
import org.serviceexchange.consumer.connection.ProviderConnections;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The evidence of a connection, whatever its state, for those who may read its whole journal; on its page and in the API. */
@RestController
class ConnectionEvidence {

    private final ProviderConnections connections;
    private final EvidenceDownload download;

    ConnectionEvidence(ProviderConnections connections, EvidenceDownload download) {
        this.connections = connections;
        this.download = download;
    }

    @GetMapping(
            path = {"/connections/{number}/evidence", ApiPaths.PROVIDER_CONNECTIONS + "/{number}/evidence"},
            produces = EvidenceDownload.MEDIA_TYPE)
    void export(@PathVariable String number, HttpServletResponse response) throws IOException {
        ProviderConnection connection = connections.get(number);
        download.send(record(connection), response);
    }

    private static EvidenceRecord record(ProviderConnection connection) {
        PinnedProvider provider = connection.snapshot().provider();
        return new EvidenceRecord(
                ConnectionSide.CONSUMER,
                connection.number(),
                connection.invitation().registration(),
                connection.number(),
                connection.state().name(),
                provider == null ? null : provider.party().signatureKey(),
                null);
    }
}
