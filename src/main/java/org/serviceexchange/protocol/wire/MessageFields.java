package org.serviceexchange.protocol.wire;

import java.util.regex.Pattern;

/**
 * Validates single fields; the message of a thrown {@link IllegalArgumentException} becomes the reason of a
 * {@code MESSAGE_MALFORMED} problem.
 */
public final class MessageFields {

    private static final Pattern PRINTABLE = Pattern.compile("[^\\p{Cc}\\p{Cf}\\p{Cn}\\p{Cs}\\p{Zl}\\p{Zp}]{1,512}");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private MessageFields() {}

    /** Exactly this number of bytes. */
    public static void bytes(String name, byte[] value, int length) {
        require(value.length == length, name + " must have " + length + " bytes");
    }

    /** 1 to 512 characters (code points), none of them a control, format or line character, unassigned or a surrogate. */
    public static void text(String name, String value) {
        require(PRINTABLE.matcher(value).matches(), name + " must have 1 to 512 printable characters");
    }

    /** 1 to 64 letters, digits, underscores, dots and dashes (ASCII). */
    public static void token(String name, String value) {
        require(TOKEN.matcher(value).matches(), name + " must have 1 to 64 of A-Z a-z 0-9 _ . -");
    }

    /** Whether a text could be the name of a field or a token; nothing else of a message is quoted in a refusal. */
    static boolean quotable(String value) {
        return TOKEN.matcher(value).matches();
    }

    /** SHA-256 in base64url without padding: 43 characters. */
    public static void thumbprint(String name, String value) {
        require(value.length() == 43 && TOKEN.matcher(value).matches(), name + " must have 43 characters");
    }

    /** Throws {@link IllegalArgumentException} with the reason unless the condition holds. */
    public static void require(boolean condition, String reason) {
        if (!condition) {
            throw new IllegalArgumentException(reason);
        }
    }
}
