package org.serviceexchange.platform.problem;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Validates values that a person typed, before anything is written. */
public final class InputValidation {

    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029]");
    /** Marks, embeddings, overrides and isolates of the direction of text, and spaces and joiners without a width. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u061C\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u2069\\uFEFF]");

    private static final Pattern USER_ID = Pattern.compile("[A-Za-z0-9_.@-]{1,64}");
    /** Names that would pass for the application itself, or for nobody. */
    private static final Set<String> RESERVED = Set.of("system", "service", "anonymous", "anonymoususer");

    private InputValidation() {}

    /**
     * The trimmed text in its composed form (NFC): one line, not empty, at most {@code max} characters, none of them an
     * invisible one by which a name could look like another.
     *
     * @param field last part of the field's message key {@code instance.field.*}
     */
    public static String line(String field, String text, int max) {
        String line = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (line.isEmpty()) {
            throw invalid(field, "empty");
        }
        if (line.length() > max) {
            throw invalid(field, "tooLong", max);
        }
        if (CONTROL.matcher(line).find()) {
            throw invalid(field, "controlCharacter");
        }
        if (INVISIBLE.matcher(line).find()) {
            throw invalid(field, "invisibleCharacter");
        }
        return line;
    }

    /** Whether a text has no line break, no control character and no invisible one. */
    public static boolean isLine(String text) {
        return !CONTROL.matcher(text).find() && !INVISIBLE.matcher(text).find();
    }

    /** A user name: 1 to 64 letters, digits and {@code . _ @ -}, and none that passes for the application. */
    public static String userId(String text) {
        String id = text.strip();
        if (!USER_ID.matcher(id).matches()) {
            throw invalid("userId", "userIdCharacters");
        }
        if (RESERVED.contains(id.toLowerCase(Locale.ROOT))) {
            throw invalid("userId", "reserved");
        }
        return id;
    }

    /** A valid new password: 12 to 128 characters, and not the user name. */
    public static String password(String text, String userId) {
        if (text.length() < SHORTEST_PASSWORD) {
            throw invalid("password", "tooShort", SHORTEST_PASSWORD);
        }
        if (text.length() > LONGEST_PASSWORD) {
            throw invalid("password", "tooLong", LONGEST_PASSWORD);
        }
        if (text.equalsIgnoreCase(userId)) {
            throw invalid("password", "likeUserId");
        }
        return text;
    }

    private static Problem invalid(String field, String reason, Object... arguments) {
        return new Problem(
                ProblemCode.INPUT_INVALID,
                LocalizedMessage.of("instance.field." + field),
                LocalizedMessage.of("instance.invalid." + reason, arguments));
    }
}
