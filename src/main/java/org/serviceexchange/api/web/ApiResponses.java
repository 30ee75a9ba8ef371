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
 * Answers with representations. The entity tag is a keyed hash of the representation, so it is strong, the same on every node,
 * and changes exactly when the representation does.
 */
@Component
public class ApiResponses {

    private final KeyedHash hash;

    ApiResponses(KeyedHash hash) {
        this.hash = hash;
    }

    /** The body as the record that it must be, every member present; anything else is a {@code BODY_MALFORMED} problem. */
    public <T> T read(byte[] body, Class<T> type) {
        return ApiJson.read(body, type);
    }

    /** What tells this request from another one, whatever blanks and order it was written with. */
    public String canonical(Object request) {
        return ApiJson.write(request);
    }

    public ResponseEntity<byte[]> ok(Object representation, Locale language) {
        return answer(HttpStatus.OK, representation, language);
    }

    /** The work goes on after the answer. */
    public ResponseEntity<byte[]> accepted(Object representation, Locale language) {
        return answer(HttpStatus.ACCEPTED, representation, language);
    }

    /** To be kept, for something new at this address. */
    public IdempotencyRecord created(String location, Object representation) {
        String body = ApiJson.write(representation);
        return new IdempotencyRecord(HttpStatus.CREATED.value(), location, tag(body), body);
    }

    /** A kept answer, the first time and again. */
    public ResponseEntity<byte[]> kept(IdempotencyRecord answer, Locale language) {
        return headers(HttpStatus.valueOf(answer.status()), answer.etag(), language)
                .header(HttpHeaders.LOCATION, answer.location())
                .body(answer.body().getBytes(UTF_8));
    }

    /**
     * Whether an {@code If-Match} header allows to go on: it is absent, a star, or names the representation as it is now, in any
     * language.
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

    private ResponseEntity<byte[]> answer(HttpStatus status, Object representation, Locale language) {
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
