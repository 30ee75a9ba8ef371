package org.serviceexchange.protocol.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.serviceexchange.platform.problem.Problem;

/** JSON of protocol messages, parsed strictly so that every message has exactly one interpretation. */
public final class Wire {

    /** Maximum length of a message in bytes. */
    public static final int MAX_BYTES = 32 * 1024;

    private static final JsonMapper JSON = mapper();

    private Wire() {}

    /** Serializes a message as JSON in UTF-8. */
    public static byte[] write(Object message) {
        try {
            return JSON.writeValueAsBytes(message);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record of this application could not be serialized as JSON", e);
        }
    }

    /** Parses a message of exactly this form; anything else is a {@code MESSAGE_MALFORMED} problem. */
    public static <T> T read(byte[] message, Class<T> form) {
        if (message.length > MAX_BYTES) {
            throw MessageRefusal.malformed("it is longer than 32 KiB");
        }
        try {
            T value = JSON.readValue(
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(message)).toString(), form);
            if (value == null) {
                throw MessageRefusal.malformed("it is not a JSON object");
            }
            return value;
        } catch (CharacterCodingException e) {
            throw MessageRefusal.malformed("it is not UTF-8");
        } catch (JsonProcessingException e) {
            throw malformed(e);
        }
    }

    private static Problem malformed(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            String name = unknown.getPropertyName();
            return MessageRefusal.malformed(
                    "it has a field that is not specified" + (MessageFields.quotable(name) ? ": " + name : ""));
        }
        if (e instanceof ValueInstantiationException && e.getCause() instanceof IllegalArgumentException reason) {
            return MessageRefusal.malformed(String.valueOf(reason.getMessage()));
        }
        if (e instanceof StreamConstraintsException) {
            return MessageRefusal.malformed("it is nested more than 3 deep, or a number has more than 16 digits");
        }
        if (e instanceof StreamReadException unreadable) {
            return MessageRefusal.malformed("it is not JSON, or a field is repeated" + at(unreadable.getProcessor()));
        }
        return MessageRefusal.malformed(field(e).map(name -> name + " is missing, null or of the wrong kind")
                .orElse("it is not one JSON object"));
    }

    /** The field that was read last. */
    private static String at(@Nullable JsonParser stopped) {
        String name = stopped == null ? null : stopped.getParsingContext().getCurrentName();
        return name != null && MessageFields.quotable(name) ? ": " + name : "";
    }

    /** The field of the message at which parsing ended. */
    private static Optional<String> field(JsonProcessingException e) {
        return e instanceof JsonMappingException known
                ? known.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }

    private static JsonMapper mapper() {
        JsonFactory factory = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(3)
                        .maxNumberLength(16)
                        .build())
                .build();
        return JsonMapper.builder(factory)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS, MapperFeature.AUTO_DETECT_IS_GETTERS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new WireTypes())
                .build();
    }
}
