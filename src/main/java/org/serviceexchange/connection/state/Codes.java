package org.serviceexchange.connection.state;

import java.util.Arrays;
import org.serviceexchange.protocol.wire.MessageFields;

/** Checks fields that have one of a list of codes; they stay texts, so that nothing but the exact code is read. */
final class Codes {

    private Codes() {}

    static <E extends Enum<E>> void require(String name, String value, Class<E> codes) {
        MessageFields.require(
                Arrays.stream(codes.getEnumConstants())
                        .anyMatch(code -> code.name().equals(value)),
                name + " must be one of " + Arrays.toString(codes.getEnumConstants()));
    }

    /** A token that may be missing, which is written as an empty text. */
    static void optional(String name, String value) {
        if (!value.isEmpty()) {
            MessageFields.token(name, value);
        }
    }
}
