package org.serviceexchange.webapps.engine.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Parses a body more strictly than any later parser, so that no later parser can interpret it differently. */
final class JsonBody {

    static final int MOST_BYTES = 1024 * 1024;

    private static final JsonFactory STRICT = new JsonFactoryBuilder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private JsonBody() {}

    /** Refuses anything but one JSON value in UTF-8, and any member whose name ends in "expression". */
    static void check(byte[] body) {
        if (body.length > MOST_BYTES) {
            throw ApiGuard.refused("engine.refused.tooLong");
        }
        try (JsonParser parser = STRICT.createParser(text(body))) {
            int depth = 0;
            int values = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME && ApiGuard.namesExpression(parser.currentName())) {
                    throw ApiGuard.refused("engine.refused.expressions");
                }
                if (token == JsonToken.VALUE_NULL && depth == 0) {
                    throw ApiGuard.refused("engine.refused.notOneValue");
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                values += depth == 0 ? 1 : 0;
            }
            if (values != 1) {
                throw ApiGuard.refused("engine.refused.notOneValue");
            }
        } catch (IOException e) {
            throw ApiGuard.refused("engine.refused.notStrict");
        }
    }

    /** Refuses a byte order mark and zero bytes, which would make a later parser take the body for UTF-16 or UTF-32. */
    private static String text(byte[] body) throws CharacterCodingException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(body))
                .toString();
        if (text.indexOf('\0') >= 0 || text.startsWith("\uFEFF")) {
            throw ApiGuard.refused("engine.refused.notJson");
        }
        return text;
    }
}
