package org.serviceexchange.platform.message;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The message files of one language beside the English ones, and what is wrong with them: each complaint is a line that
 * says what to do.
 *
 * @param resources the folder with {@code messages} and {@code problems.properties}
 * @param language the ending of the files of this language, such as {@code de} or {@code pt_BR}; empty for English itself
 */
record Translation(Path resources, String language) {

    private static final String END = Messages.FILE;
    private static final Path SAME_WORDS = Path.of("src/test/resources/languages");
    /** Words of which every English sentence contains at least one. */
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\w.-])(the|The|is|are|not|and|with|of|to|you|your|Your"
                    + "|it|It|this|This|cannot|by|or|for|from)(?![\\w.-])",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");

    /** Labels and buttons: short, and not a sentence. */
    private static final Pattern LABEL = Pattern.compile(".{1,39}[^.:]");

    private static final double LONGER = 1.8;
    private static final Object[] MARKS =
            IntStream.range(0, 10).mapToObj(index -> "\u0001" + index).toArray();

    /** The languages of a folder, complete or not. */
    static Set<String> in(Path resources) {
        return messageFiles(resources)
                .map(file -> file.getFileName().toString())
                .filter(name -> name.contains("_"))
                .map(name -> name.substring(name.indexOf('_') + 1, name.length() - END.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The English files of a folder. */
    static List<Path> originals(Path resources) {
        return messageFiles(resources)
                .filter(file -> !file.getFileName().toString().contains("_"))
                .toList();
    }

    private static Stream<Path> messageFiles(Path resources) {
        return Stream.of(resources.resolve("messages"), resources)
                .flatMap(Translation::content)
                .filter(file -> file.toString().endsWith(END));
    }

    private static Stream<Path> content(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lines to be translated and added, and those to be removed. */
    List<String> incomplete() {
        List<String> complaints = new ArrayList<>();
        for (Path original : originals(resources)) {
            Map<String, String> english = read(original);
            Map<String, String> texts = read(translationOf(original));
            String file = resources.relativize(translationOf(original)).toString();
            english.forEach((key, text) -> {
                if (!texts.containsKey(key)) {
                    complaints.add(file + " lacks " + key + "=" + text);
                }
            });
            texts.keySet().stream()
                    .filter(key -> !english.containsKey(key))
                    .forEach(key -> complaints.add(file + " has what English has not: " + key));
            if (complaints.isEmpty() && !List.copyOf(texts.keySet()).equals(List.copyOf(english.keySet()))) {
                complaints.add(file + " has another order than the English file");
            }
        }
        return complaints;
    }

    /** Texts with other placeholders than the English ones, or with quotes that MessageFormat would drop. */
    List<String> malformed() {
        return compared((english, text) -> {
            if (text.isBlank()) {
                return "is empty";
            }
            if (text.replace("''", "").contains("'")) {
                return "has a single quote, which is written twice or as ’";
            }
            if (!placeholders(text).equals(placeholders(english))) {
                return "has other placeholders than " + english;
            }
            String filled = new MessageFormat(text, Locale.ROOT).format(MARKS);
            return filled.chars().filter(mark -> mark == '\u0001').count()
                            == text.chars().filter(mark -> mark == '{').count()
                    ? ""
                    : "has a placeholder that is not filled";
        });
    }

    /** Texts that are still English, in whole or in part. */
    List<String> untranslated() {
        Set<String> names = words(SAME_WORDS.resolve("names.txt"));
        Set<String> same = words(SAME_WORDS.resolve(language + ".txt"));
        return compared((english, text) -> {
            boolean copied = text.equals(english)
                    && found(WORD, placeholderless(text))
                            .anyMatch(word -> !names.contains(word) && !same.contains(word));
            if (copied) {
                return "is the English text (words that are the same stand in " + SAME_WORDS + ")";
            }
            return found(ENGLISH, text)
                    .filter(word -> !same.contains(word))
                    .findFirst()
                    .map(word -> "has the English word \"" + word + "\"")
                    .orElse("");
        });
    }

    /** Texts so long that buttons, tables and small screens get out of shape. */
    List<String> tooLong() {
        return compared((english, text) -> {
            int more = LABEL.matcher(english).matches() ? 16 : 45;
            long limit = Math.max(english.length() + more, Math.round(english.length() * LONGER));
            return text.length() <= limit ? "" : "is longer than " + limit + " characters; English: " + english;
        });
    }

    Path translationOf(Path original) {
        String name = original.getFileName().toString();
        return language.isEmpty()
                ? original
                : original.resolveSibling(name.substring(0, name.length() - END.length()) + "_" + language + END);
    }

    private List<String> compared(BiFunction<String, String, String> check) {
        List<String> complaints = new ArrayList<>();
        for (Path original : originals(resources)) {
            Map<String, String> texts = read(translationOf(original));
            read(original).forEach((key, english) -> {
                String text = texts.getOrDefault(key, english);
                String complaint = texts.containsKey(key) ? check.apply(english, text) : "";
                if (!complaint.isEmpty()) {
                    complaints.add(key + "=" + text + "\n    " + complaint);
                }
            });
        }
        return complaints;
    }

    private static String placeholderless(String text) {
        return text.replaceAll("\\{\\d[^}]*}", " ");
    }

    private static List<String> placeholders(String pattern) {
        return IntStream.range(0, 10)
                .filter(index -> pattern.contains("{" + index))
                .mapToObj(String::valueOf)
                .toList();
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group());
    }

    private static Set<String> words(Path file) {
        return lines(file).stream()
                .filter(line -> !line.startsWith("#"))
                .flatMap(line -> Arrays.stream(line.split("\\s+")))
                .collect(Collectors.toSet());
    }

    /** Keys and texts in the order of the file; a file that is not there has none. */
    static Map<String, String> read(Path file) {
        Map<String, String> texts = new LinkedHashMap<>();
        lines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split("=", 2))
                .forEach(entry -> texts.put(entry[0], entry[1]));
        return texts;
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
