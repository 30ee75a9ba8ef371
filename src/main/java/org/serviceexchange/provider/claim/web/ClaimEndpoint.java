package org.serviceexchange.provider.claim.web;

import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.serviceexchange.provider.claim.AcceptClaim;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The endpoint at which consumers claim registrations. */
@RestController
class ClaimEndpoint {

    private final AcceptClaim claimRegistration;

    ClaimEndpoint(AcceptClaim claimRegistration) {
        this.claimRegistration = claimRegistration;
    }

    @PostMapping(
            path = ProtocolPaths.CLAIMS,
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    byte[] claim(@RequestBody byte[] envelope) {
        return claimRegistration.claim(envelope);
    }
}
