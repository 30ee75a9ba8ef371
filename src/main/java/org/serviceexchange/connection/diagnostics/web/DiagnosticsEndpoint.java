package org.serviceexchange.connection.diagnostics.web;

import java.util.Locale;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.connection.act.ActOnConnection;
import org.serviceexchange.connection.life.ConnectionLookup;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for the archive of diagnostics, to a consumer as to a provider; a problem if the connection does not live. */
@RestController
class DiagnosticsEndpoint {

    private final ActOnConnection connections;
    private final ConnectionLookup living;
    private final DiagnosticsDownload download;

    DiagnosticsEndpoint(ActOnConnection connections, ConnectionLookup living, DiagnosticsDownload download) {
        this.connections = connections;
        this.living = living;
        this.download = download;
    }

    @GetMapping(path = ApiPaths.CONSUMER_CONNECTIONS + "/{number}/diagnostics", produces = DiagnosticsDownload.ZIP)
    ResponseEntity<byte[]> ofConsumer(@PathVariable String number, Locale language) {
        return of(ConnectionSide.PROVIDER, number, language);
    }

    @GetMapping(path = ApiPaths.PROVIDER_CONNECTIONS + "/{number}/diagnostics", produces = DiagnosticsDownload.ZIP)
    ResponseEntity<byte[]> ofProvider(@PathVariable String number, Locale language) {
        return of(ConnectionSide.CONSUMER, number, language);
    }

    private ResponseEntity<byte[]> of(ConnectionSide own, String number, Locale language) {
        return living.find(connections.find(own, number).number())
                .map(found -> download.of(found, language))
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONNECTION_NOT_THERE_YET, number, LocalizedMessage.of("rotation.notLiving")));
    }
}
