package org.serviceexchange.platform.message;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages in which all texts are available. */
public final class Languages {

    /** The language of records, logs and peers, and of people whose own language is not offered. */
    public static final Locale DEFAULT = Locale.ENGLISH;

    /** The complete languages; a test finds missing texts. */
    public static final List<Locale> OFFERED = List.of(DEFAULT, Locale.GERMAN);

    private Languages() {}

    /** The offered language with this tag (BCP 47), such as {@code de}. */
    public static Optional<Locale> tagged(@Nullable String tag) {
        return OFFERED.stream()
                .filter(language -> language.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** The offered language that best matches an {@code Accept-Language} header (RFC 9110, section 12.5.4). */
    public static Locale accepted(@Nullable String header) {
        try {
            Locale best = header == null ? null : Locale.lookup(LanguageRange.parse(header), OFFERED);
            return Objects.requireNonNullElse(best, DEFAULT);
        } catch (IllegalArgumentException malformed) {
            return DEFAULT;
        }
    }
}
