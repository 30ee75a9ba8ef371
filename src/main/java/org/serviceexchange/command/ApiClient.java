package org.serviceexchange.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Asks an instance over its API. Redirects are not followed, so that a token reaches no other address. */
final class ApiClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROOT = "/api/v1/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int UNCHANGED = 304;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(15)).build();
    private final URI url;
    private final String token;
    private final Locale language;

    ApiClient(URI url, String token, Locale language) {
        this.url = url;
        this.token = token;
        this.language = language;
    }

    ApiAnswer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** @param headers further ones, such as {@code If-None-Match} */
    ApiAnswer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpResponse<InputStream> response = exchange(method, ROOT + path, body, headers);
        String etag = response.headers().firstValue("ETag").orElse("");
        try (InputStream content = response.body()) {
            if (response.statusCode() == UNCHANGED) {
                return new ApiAnswer(UNCHANGED, etag, MissingNode.getInstance());
            }
            JsonNode json = json(content.readAllBytes());
            requireSuccess(response.statusCode(), json);
            return new ApiAnswer(response.statusCode(), etag, json);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** The content of a file, which the caller closes. */
    InputStream file(String path) throws IOException {
        HttpResponse<InputStream> response = exchange("GET", ROOT + path, null, Map.of());
        if (response.statusCode() >= 300) {
            try (InputStream content = response.body()) {
                requireSuccess(response.statusCode(), json(content.readAllBytes()));
            }
        }
        return response.body();
    }

    /** The status of a part of the instance's health, such as UP; needs no token. */
    String health(String part) {
        HttpResponse<InputStream> response = exchange("GET", "/actuator/health/" + part, null, Map.of());
        try (InputStream content = response.body()) {
            String status = json(content.readAllBytes()).path("status").asText();
            if (status.isEmpty()) {
                throw new CommandFailure(
                        ExitCode.UNREACHABLE,
                        LocalizedMessage.of("command.notOurs", url, String.valueOf(response.statusCode())));
            }
            return status;
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private HttpResponse<InputStream> exchange(
            String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(PATIENCE)
                .header("Accept-Language", language.toLanguageTag())
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.valueToTree(body).toString()));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw unreachable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CommandFailure unreachable(IOException reason) {
        String why = reason.getMessage() == null ? reason.getClass().getSimpleName() : reason.getMessage();
        return new CommandFailure(ExitCode.UNREACHABLE, LocalizedMessage.of("command.unreachable", url, why));
    }

    private void requireSuccess(int status, JsonNode json) {
        if (status < 300 && !json.isMissingNode()) {
            return;
        }
        if (!json.path("code").isTextual()) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE, LocalizedMessage.of("command.notOurs", url, String.valueOf(status)));
        }
        LocalizedMessage sentence = LocalizedMessage.of(
                "command.refused",
                json.path("code").asText(),
                json.path("cause").asText(),
                json.path("solution").asText());
        throw new CommandFailure(ExitCode.ofStatus(status), sentence, json);
    }

    /** What is no JSON, such as the page of a proxy, is missing. */
    private static JsonNode json(byte[] content) throws IOException {
        try {
            return content.length == 0 ? MissingNode.getInstance() : JSON.readTree(content);
        } catch (JsonProcessingException noJson) {
            return MissingNode.getInstance();
        }
    }
}
