package org.serviceexchange.directory;

import java.text.Normalizer;
import java.util.Locale;

/** When two names are the same to people: however they were typed, in whatever case. */
public final class SameName {

    private SameName() {}

    /** Equal for names that are the same: NFKC, and in upper before lower case, so that "ß" is "ss". */
    public static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return Normalizer.normalize(plain, Normalizer.Form.NFKC)
                .replaceAll("\\p{Z}+", " ")
                .strip();
    }
}
