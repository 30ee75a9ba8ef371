package org.serviceexchange.protocol.outbound;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.AbstractClientHttpRequest;
import org.springframework.http.client.ClientHttpResponse;

/** A call in the form that Spring's HTTP clients expect, made under the same rules. */
final class OutboundRequest extends AbstractClientHttpRequest {

    private final HttpExecutor executor;
    private final URI address;
    private final HttpMethod method;
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    OutboundRequest(HttpExecutor executor, URI address, HttpMethod method) {
        this.executor = executor;
        this.address = address;
        this.method = method;
    }

    @Override
    public HttpMethod getMethod() {
        return method;
    }

    @Override
    public URI getURI() {
        return address;
    }

    @Override
    protected OutputStream getBodyInternal(HttpHeaders headers) {
        return body;
    }

    @Override
    protected ClientHttpResponse executeInternal(HttpHeaders headers) {
        headers.remove(HttpHeaders.CONTENT_LENGTH); // the client derives it from the body
        return new Response(
                executor.call(method.name(), address, headers, body.size() == 0 ? null : body.toByteArray()));
    }

    private record Response(PeerResponse response) implements ClientHttpResponse {

        @Override
        public HttpStatusCode getStatusCode() {
            return HttpStatusCode.valueOf(response.status());
        }

        @Override
        public String getStatusText() {
            return response.reason();
        }

        @Override
        public HttpHeaders getHeaders() {
            return response.headers();
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(response.body());
        }

        @Override
        public void close() {
            // Nothing to close: the response was read completely
        }
    }
}
