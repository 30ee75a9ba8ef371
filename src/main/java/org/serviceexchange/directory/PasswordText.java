package org.serviceexchange.directory;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The one form of a password, as RFC 8265 describes it for an OpaqueString: an umlaut is the same character whether it was typed
 * as one or as a letter with a mark, and every kind of space is a space.
 */
public final class PasswordText {

    private static final Pattern SPACES = Pattern.compile("\\p{Zs}");

    private PasswordText() {}

    /** The form that is hashed. */
    public static String prepared(String typed) {
        return Normalizer.normalize(SPACES.matcher(typed).replaceAll(" "), Normalizer.Form.NFC);
    }
}
