package org.serviceexchange.connection.act.web;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import jakarta.servlet.http.HttpServletRequest;
import java.security.Principal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.web.ApiPaths;
import org.serviceexchange.api.web.ApiResponses;
import org.serviceexchange.connection.act.ActOnConnection;
import org.serviceexchange.connection.address.EnterPeerAddress;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** API endpoint for the new address of a partner that could not announce it itself. */
@RestController
@RequestMapping(
        path = {ApiPaths.CONSUMER_CONNECTIONS + "/{number}", ApiPaths.PROVIDER_CONNECTIONS + "/{number}"},
        produces = APPLICATION_JSON_VALUE)
class PeerAddressEndpoint {

    private final ActOnConnection connections;
    private final EnterPeerAddress enterPeerAddress;
    private final ApiResponses responses;

    PeerAddressEndpoint(ActOnConnection connections, EnterPeerAddress enterPeerAddress, ApiResponses responses) {
        this.connections = connections;
        this.enterPeerAddress = enterPeerAddress;
        this.responses = responses;
    }

    /** The request body. */
    record WantedAddress(String url) {}

    /** The precondition is checked before the instance there is asked, which takes too long for a lock. */
    @PostMapping(path = "/address", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> enter(
            @PathVariable String number,
            @RequestBody(required = false) byte @Nullable [] body,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Principal service,
            Locale language,
            HttpServletRequest request) {
        WantedAddress wanted = responses.read(body, WantedAddress.class);
        ConnectionSide side = ApiSide.of(request);
        connections.act(side, number, resource -> responses.matches(ifMatch, resource), one -> {});
        enterPeerAddress.enter(connections.find(side, number).subject(), wanted.url(), service.getName());
        return responses.ok(connections.find(side, number).resource().apply(language), language);
    }
}
