package org.serviceexchange.connection.act.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.connection.act.ActOnConnection;
import org.serviceexchange.connection.act.ShownConnection;
import org.serviceexchange.connection.offboarding.OffBoardedRecords;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API endpoints for what is shown of a connection beside its record, to a consumer as to a provider. */
@RestController
@RequestMapping(
        path = {ApiPaths.CONSUMER_CONNECTIONS + "/{number}", ApiPaths.PROVIDER_CONNECTIONS + "/{number}"},
        produces = APPLICATION_JSON_VALUE)
class ConnectionReadEndpoints {

    private final ActOnConnection connections;
    private final List<OffBoardedRecords> records;
    private final ConnectionHealth health;
    private final ApiResponses responses;

    ConnectionReadEndpoints(
            ActOnConnection connections,
            List<OffBoardedRecords> records,
            ConnectionHealth health,
            ApiResponses responses) {
        this.connections = connections;
        this.records = records;
        this.health = health;
        this.responses = responses;
    }

    @GetMapping("/health")
    ResponseEntity<byte[]> health(@PathVariable String number, Locale language, HttpServletRequest request) {
        ShownConnection connection = connections.find(ApiSide.of(request), number);
        return responses.ok(health.of(connection, language), language);
    }

    /** What off-boarding would take away; a problem if the connection does not live. */
    @GetMapping("/off-board")
    ResponseEntity<byte[]> preview(@PathVariable String number, Locale language, HttpServletRequest request) {
        ConnectionSide side = ApiSide.of(request);
        ShownConnection connection = connections.find(side, number);
        String peer = records.stream()
                .filter(known -> known.side() == side)
                .findFirst()
                .flatMap(known -> known.peer(connection.subject()))
                .orElseThrow(() -> new Problem(
                        ProblemCode.CONNECTION_NOT_THERE_YET, number, LocalizedMessage.of("rotation.notLiving")));
        return responses.ok(OffBoardingPreview.of(side, number, peer, language), language);
    }
}
