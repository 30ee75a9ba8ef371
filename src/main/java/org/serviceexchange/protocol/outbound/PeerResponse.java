package org.serviceexchange.protocol.outbound;

import org.springframework.http.HttpHeaders;

/** A complete response of a peer. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PeerResponse(int status, String reason, HttpHeaders headers, byte[] body) {

    @Override
    public String toString() {
        return "PeerResponse[" + status + "]"; // bodies carry tokens
    }
}
