package org.serviceexchange.platform.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The languages in which all texts are available. They are found from the message files, so that a new language needs
 * nothing but its files.
 */
public final class Languages {

    /** The language of records, logs and peers, and of people whose own language is not offered. */
    public static final Locale DEFAULT = Locale.ENGLISH;

    /** The languages that have every message file, the default one first; a test finds texts that a file lacks. */
    public static final List<Locale> OFFERED = complete(Languages.class.getClassLoader());

    private static final String FILES = "classpath:messages/*" + Messages.FILE;

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

    /** What a language is called by those who speak it, such as {@code Deutsch}. */
    public static String nameOf(Locale language) {
        return Messages.of("web.language.name", language);
    }

    /** The languages that have a translation of every message file and of the problems, the default one first. */
    static List<Locale> complete(ClassLoader texts) {
        Map<String, Set<String>> areas = new TreeMap<>();
        for (String file : files(texts)) {
            int end = file.indexOf('_');
            String area = end < 0 ? file : file.substring(0, end);
            String language = end < 0 ? "" : file.substring(end);
            areas.computeIfAbsent(language, found -> new HashSet<>()).add(area);
        }
        Set<String> all = areas.getOrDefault("", Set.of());
        Stream<Locale> translations = areas.keySet().stream()
                .filter(language -> !language.isEmpty()
                        && areas.getOrDefault(language, Set.of()).equals(all))
                .filter(language -> texts.getResource(Messages.PROBLEMS + language + Messages.FILE) != null)
                .map(language -> Locale.forLanguageTag(language.substring(1).replace('_', '-')))
                .sorted(Comparator.comparing(Locale::toLanguageTag));
        return Stream.concat(Stream.of(DEFAULT), translations).toList();
    }

    /** Names of the message files, without their ending. */
    private static List<String> files(ClassLoader texts) {
        try {
            return Stream.of(new PathMatchingResourcePatternResolver(texts).getResources(FILES))
                    .map(Resource::getFilename)
                    .map(name -> Objects.requireNonNull(name).replace(Messages.FILE, ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The message files cannot be listed.", e);
        }
    }
}
