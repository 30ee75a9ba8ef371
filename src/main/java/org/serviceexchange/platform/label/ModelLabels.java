package org.serviceexchange.platform.label;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.serviceexchange.platform.message.Languages;

/**
 * The labels of models in the languages of their readers. A label that a folder of models does not translate is looked up in the
 * translations of this application, so that cases of earlier versions have them too; then it stays as it is drawn.
 */
public final class ModelLabels {

    /** Of models that bring no translations. */
    public static final ModelLabels OF_THE_APPLICATION = new ModelLabels(ofTheApplication());

    /** Where a long word of a translation may be divided in a picture; nothing of it is seen elsewhere. */
    private static final String DIVISION = "|";

    /** The same as pictures understand it. */
    private static final String SOFT_HYPHEN = "\u00AD";

    private final Map<String, Map<String, String>> languages;

    private ModelLabels(Map<String, Map<String, String>> languages) {
        this.languages = languages;
    }

    /** The translations among the files of a folder of models, which are taken before those of this application. */
    public static ModelLabels of(Map<String, byte[]> files) {
        Map<String, Map<String, String>> own = read(files);
        if (own.isEmpty()) {
            return OF_THE_APPLICATION;
        }
        Map<String, Map<String, String>> all = new HashMap<>(OF_THE_APPLICATION.languages);
        own.forEach((language, labels) -> all.merge(language, labels, ModelLabels::before));
        return new ModelLabels(all);
    }

    /** A label in this language; as it is drawn, in one line, if nobody translated it. */
    public String in(String label, Locale language) {
        String plain = LabelFile.plain(label);
        return translation(plain, language).orElse(plain);
    }

    /** The translation of a label into this language; empty if there is none. */
    public Optional<String> translation(String label, Locale language) {
        return written(label, language).map(text -> text.replace(DIVISION, ""));
    }

    /** The same for a picture, whose boxes are narrower than a long word. */
    Optional<String> drawn(String label, Locale language) {
        return written(label, language).map(text -> text.replace(DIVISION, SOFT_HYPHEN));
    }

    private Optional<String> written(String label, Locale language) {
        String plain = LabelFile.plain(label);
        return Stream.of(key(language.toLanguageTag()), key(language.getLanguage()))
                .flatMap(tag ->
                        Stream.ofNullable(languages.getOrDefault(tag, Map.of()).get(plain)))
                .findFirst();
    }

    /** Whether anything is translated into this language. */
    boolean speaks(Locale language) {
        return languages.containsKey(key(language.toLanguageTag()))
                || languages.containsKey(key(language.getLanguage()));
    }

    static String key(String tag) {
        return tag.replace('_', '-').toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> before(Map<String, String> others, Map<String, String> own) {
        Map<String, String> both = new HashMap<>(others);
        both.putAll(own);
        return both;
    }

    private static Map<String, Map<String, String>> read(Map<String, byte[]> files) {
        Map<String, Map<String, String>> read = new HashMap<>();
        files.forEach((name, content) -> {
            if (LabelFile.isOne(name)) {
                Map<String, String> labels = new HashMap<>();
                LabelFile.read(content).lines().forEach(line -> labels.put(line.label(), line.translation()));
                read.put(LabelFile.language(name), labels);
            }
        });
        return read;
    }

    private static Map<String, Map<String, String>> ofTheApplication() {
        Map<String, byte[]> files = new TreeMap<>();
        for (Locale language : Languages.OFFERED) {
            String name = "labels_" + language.toLanguageTag().replace('-', '_') + ".txt";
            try (InputStream file = ModelLabels.class.getResourceAsStream("/processes/" + name)) {
                if (file != null) {
                    files.put(name, file.readAllBytes());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return read(files);
    }
}
