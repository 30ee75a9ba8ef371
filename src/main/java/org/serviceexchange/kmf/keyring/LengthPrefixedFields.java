package org.serviceexchange.kmf.keyring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Unambiguous encoding of several values: each one is preceded by its length. */
final class LengthPrefixedFields {

    private LengthPrefixedFields() {}

    /** Encodes strings as UTF-8, integers as four bytes, byte arrays as they are. */
    static byte[] encode(Object... values) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Object value : values) {
            byte[] bytes = bytes(value);
            all.writeBytes(number(bytes.length));
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        return value instanceof Integer number
                ? number(number)
                : value.toString().getBytes(UTF_8);
    }

    private static byte[] number(int value) {
        return ByteBuffer.allocate(Integer.BYTES).putInt(value).array();
    }
}
