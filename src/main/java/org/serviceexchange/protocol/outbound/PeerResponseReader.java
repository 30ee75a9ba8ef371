package org.serviceexchange.protocol.outbound;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Reads a response up to the allowed length; for a longer one the connection is closed instead of being read to the
 * end.
 */
final class PeerResponseReader implements HttpClientResponseHandler<PeerResponse> {

    private final int maxBody;
    private final Runnable giveUp;

    PeerResponseReader(long maxBody, Runnable giveUp) {
        this.maxBody = Math.toIntExact(maxBody);
        this.giveUp = giveUp;
    }

    @Override
    public PeerResponse handleResponse(ClassicHttpResponse response) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        for (var header : response.getHeaders()) {
            headers.add(header.getName(), header.getValue());
        }
        String reason = response.getReasonPhrase() == null ? "" : response.getReasonPhrase();
        return new PeerResponse(response.getCode(), reason, headers, body(response.getEntity()));
    }

    private byte[] body(@Nullable HttpEntity entity) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        InputStream content = entity.getContent();
        byte[] body = content.readNBytes(maxBody + 1);
        if (body.length > maxBody) {
            giveUp.run();
            throw new TooLong(maxBody);
        }
        return body;
    }

    /** The response is longer than allowed. */
    static final class TooLong extends IOException {
        TooLong(int maxBody) {
            super("The response is longer than " + maxBody + " bytes.");
        }
    }
}
