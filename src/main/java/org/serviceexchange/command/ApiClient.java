package org.serviceexchange.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Asks an instance over its API. Redirects are not followed, so that a token reaches no other address. */
final class ApiClient {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final String ROOT = "/api/v1/";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** A file may come over a slow line. */
    private static final int TIMES_FOR_A_FILE = 10;

    private static final int UNCHANGED = 304;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(15)).build();
    private final URI url;
    private final String token;
    private final Locale language;
    private final Duration patience;

    ApiClient(URI url, String token, Locale language) {
        this(url, token, language, PATIENCE);
    }

    /** @param patience until the last byte of an answer; a file may take some times as long */
    ApiClient(URI url, String token, Locale language, Duration patience) {
        this.patience = patience;
        this.url = url;
        this.token = token;
        this.language = language;
    }

    ApiAnswer get(String path) {
        return send("GET", path, null, Map.of());
    }

    /** @param headers further ones, such as {@code If-None-Match} */
    ApiAnswer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        HttpResponse<byte[]> response = exchange(method, ROOT + path, body, headers, patience);
        String etag = response.headers().firstValue("ETag").orElse("");
        if (response.statusCode() == UNCHANGED) {
            return new ApiAnswer(UNCHANGED, etag, MissingNode.getInstance());
        }
        JsonNode json = json(response.body());
        requireSuccess(response.statusCode(), json);
        return new ApiAnswer(response.statusCode(), etag, json);
    }

    /** The whole content of a file. */
    byte[] file(String path) {
        HttpResponse<byte[]> response =
                exchange("GET", ROOT + path, null, Map.of(), patience.multipliedBy(TIMES_FOR_A_FILE));
        if (response.statusCode() >= 300) {
            requireSuccess(response.statusCode(), json(response.body()));
        }
        return response.body();
    }

    /** The status of a part of the instance's health, such as UP; needs no token. */
    String health(String part) {
        HttpResponse<byte[]> response = exchange("GET", "/actuator/health/" + part, null, Map.of(), patience);
        String status = json(response.body()).path("status").asText();
        if (status.isEmpty()) {
            throw new CommandFailure(
                    ExitCode.UNREACHABLE,
                    LocalizedMessage.of("command.notOurs", url, String.valueOf(response.statusCode())));
        }
        return status;
    }

    private HttpResponse<byte[]> exchange(
            String method, String path, @Nullable Object body, Map<String, String> headers, Duration limit) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(patience)
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
        return whole(http.sendAsync(request.build(), BodyHandlers.ofByteArray()), limit);
    }

    /** The time that a request has of its own ends with the headers of its answer, not with the body. */
    private HttpResponse<byte[]> whole(CompletableFuture<HttpResponse<byte[]>> answer, Duration limit) {
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw unreachable(Objects.requireNonNullElse(e.getCause(), e));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unreachable(new HttpTimeoutException("request timed out"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private CommandFailure unreachable(Throwable reason) {
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
    private static JsonNode json(byte[] content) {
        try {
            return content.length == 0 ? MissingNode.getInstance() : JSON.readTree(content);
        } catch (IOException noJson) {
            return MissingNode.getInstance();
        }
    }
}
