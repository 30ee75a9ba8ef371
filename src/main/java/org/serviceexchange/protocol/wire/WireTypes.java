package org.serviceexchange.protocol.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;

/**
 * Bytes are base64url without padding (RFC 4648, section 5) in canonical form; times are milliseconds since
 * 1970-01-01T00:00:00Z.
 */
final class WireTypes extends SimpleModule {

    WireTypes() {
        addSerializer(byte[].class, new BytesWriter());
        addDeserializer(byte[].class, new BytesReader());
        addSerializer(Instant.class, new TimeWriter());
        addDeserializer(Instant.class, new TimeReader());
    }

    private static final class BytesWriter extends JsonSerializer<byte[]> {
        @Override
        public void serialize(byte[] value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(Base64.getUrlEncoder().withoutPadding().encodeToString(value));
        }
    }

    private static final class BytesReader extends JsonDeserializer<byte[]> {
        @Override
        public byte[] deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                throw context.wrongTokenException(json, byte[].class, JsonToken.VALUE_STRING, "not a string");
            }
            String text = json.getText();
            try {
                byte[] bytes = Base64.getUrlDecoder().decode(text);
                if (Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(bytes)
                        .equals(text)) {
                    return bytes;
                }
            } catch (IllegalArgumentException notBase64) {
                // refused below like every other invalid text
            }
            throw context.weirdStringException("", byte[].class, "not base64url in canonical form");
        }
    }

    private static final class TimeWriter extends JsonSerializer<Instant> {
        @Override
        public void serialize(Instant value, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeNumber(value.toEpochMilli());
        }
    }

    private static final class TimeReader extends JsonDeserializer<Instant> {
        @Override
        public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_NUMBER_INT)) {
                throw context.wrongTokenException(json, Instant.class, JsonToken.VALUE_NUMBER_INT, "not a number");
            }
            return Instant.ofEpochMilli(json.getLongValue());
        }
    }
}
