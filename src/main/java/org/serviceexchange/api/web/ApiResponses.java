package org.serviceexchange.api.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.api.IdempotencyRecord;
import org.serviceexchange.kmf.KeyedHash;
import org.serviceexchange.platform.message.Languages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Builds responses. The entity tag is a keyed hash of the representation: a strong validator (RFC 9110, section 8.8.3),
 * the same on every node, which changes exactly when the representation changes.
 */
@Component
public class ApiResponses {

    private final KeyedHash hash;

    ApiResponses(KeyedHash hash) {
        this.hash = hash;
    }

    /**
     * Parses a body into a record, of which every member must be present; anything else, and a request without a body, is a
     * {@code BODY_MALFORMED} problem.
     */
    public <T> T read(byte @Nullable [] body, Class<T> type) {
        return ApiJson.read(body == null ? new byte[0] : body, type);
    }

    /** A canonical form of a request, independent of white space and the order of members, to compare requests. */
    public String canonical(Object request) {
        return ApiJson.write(request);
    }

    /** 200 with a representation. */
    public ResponseEntity<byte[]> ok(Object representation, Locale language) {
        return response(HttpStatus.OK, representation, language);
    }

    /** 202: the process continues after the response. */
    public ResponseEntity<byte[]> accepted(Object representation, Locale language) {
        return response(HttpStatus.ACCEPTED, representation, language);
    }

    /** 201 for a new resource at this path, to be stored. */
    public IdempotencyRecord created(String location, Object representation) {
        String body = ApiJson.write(representation);
        return new IdempotencyRecord(HttpStatus.CREATED.value(), location, tag(body), body);
    }

    /** The stored response, for the first request and for repeated ones. */
    public ResponseEntity<byte[]> kept(IdempotencyRecord response, Locale language) {
        return headers(HttpStatus.valueOf(response.status()), response.etag(), language)
                .header(HttpHeaders.LOCATION, response.location())
                .body(response.body().getBytes(UTF_8));
    }

    /**
     * Whether an {@code If-Match} header (RFC 9110, section 13.1.1) permits the request: it is absent, {@code *}, or
     * contains the entity tag of the current representation in any language.
     */
    public boolean matches(@Nullable String ifMatch, Function<Locale, Object> representation) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return true;
        }
        return Languages.OFFERED.stream()
                .map(language -> tag(ApiJson.write(representation.apply(language))))
                .anyMatch(current ->
                        Arrays.stream(ifMatch.split(",")).map(String::strip).anyMatch(current::equals));
    }

    private ResponseEntity<byte[]> response(HttpStatus status, Object representation, Locale language) {
        String body = ApiJson.write(representation);
        return headers(status, tag(body), language).body(body.getBytes(UTF_8));
    }

    private static ResponseEntity.BodyBuilder headers(HttpStatus status, String etag, Locale language) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.toLanguageTag());
    }

    private String tag(String body) {
        return '"' + hash.of("api-etag", body) + '"';
    }
}
