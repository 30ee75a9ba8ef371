package org.serviceexchange.protocol.wire;

import java.util.regex.Pattern;

/** Checks of single fields; what they throw becomes the reason of a malformed message. */
public final class MessageFields {

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}]{1,512}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private MessageFields() {}

    public static void bytes(String name, byte[] value, int length) {
        require(value.length == length, name + " must have " + length + " bytes");
    }

    /** Up to 512 characters, none of them invisible. */
    public static void text(String name, String value) {
        require(PRINTABLE.matcher(value).matches(), name + " must have 1 to 512 printable characters");
    }

    /** Letters, digits, dash, dot and underscore, 64 at most. */
    public static void token(String name, String value) {
        require(TOKEN.matcher(value).matches(), name + " must have 1 to 64 of A-Z a-z 0-9 _ . -");
    }

    public static void thumbprint(String name, String value) {
        require(value.length() == 43 && TOKEN.matcher(value).matches(), name + " must have 43 characters");
    }

    public static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
