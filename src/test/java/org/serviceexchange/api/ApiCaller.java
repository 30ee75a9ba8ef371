package org.serviceexchange.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.UUID;

/** A service that uses the API over HTTP; every response is compared with the {@link Contract}. */
public final class ApiCaller {

    public static final String REGISTRATIONS = "/api/v1/registrations";

    private static final Contract CONTRACT = new Contract();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final String base;
    private final String authorization;

    public ApiCaller(int port, String token) {
        this.base = "http://localhost:" + port;
        this.authorization = token.isEmpty() ? "" : "Bearer " + token;
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, null, headers);
    }

    public HttpResponse<String> post(String path, String... headers) {
        return send("POST", path, null, headers);
    }

    public HttpResponse<String> create(String body, String key) {
        return send("POST", REGISTRATIONS, body, "Content-Type", "application/json", "Idempotency-Key", key);
    }

    public HttpResponse<String> create(ApiWorld.Order order) {
        return create(order.json(), UUID.randomUUID().toString());
    }

    /** Header names and values alternate. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            CONTRACT.check(method, path, response);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode json(HttpResponse<String> response) {
        try {
            return new ObjectMapper().readTree(response.body());
        } catch (JsonProcessingException e) {
            throw new AssertionError(response.body(), e);
        }
    }

    public static String header(HttpResponse<String> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The code of a problem, such as SX-7001. */
    public static String code(HttpResponse<String> response) {
        return json(response).path("code").asText();
    }
}
