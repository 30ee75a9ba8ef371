package org.serviceexchange.protocol.web;

import org.serviceexchange.protocol.wire.Discovery;
import org.serviceexchange.protocol.wire.ProtocolPaths;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Serves the signed description of this instance, under the signature key that the caller names if it is one of ours. */
@RestController
class DescriptionController {

    private final Discovery discovery;

    DescriptionController(Discovery discovery) {
        this.discovery = discovery;
    }

    @GetMapping(path = ProtocolPaths.DISCOVERY, produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> describe(@RequestParam(defaultValue = "") String key) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(discovery.describe(key));
    }
}
