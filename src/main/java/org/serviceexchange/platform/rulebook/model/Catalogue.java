package org.serviceexchange.platform.rulebook.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the code gives to models, as {@code process-catalogue.txt} says it. */
public final class Catalogue {

    /** Stands for every process. */
    private static final String EVERY = "*";

    private static final String FILE = "/process-catalogue.txt";

    private static final Catalogue OF_THIS_APPLICATION = read();

    private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();

    private Catalogue(List<String> lines) {
        entries.put(EVERY, new CatalogueEntry());
        CatalogueEntry current = null;
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> words = Arrays.asList(line.split(" +"));
            if (words.get(0).equals("process")) {
                current = entries.computeIfAbsent(words.get(1), key -> new CatalogueEntry());
            } else {
                Objects.requireNonNull(current, line).add(words);
            }
        }
        CatalogueEntry common = entry(EVERY);
        entries.values().stream().filter(one -> one != common).forEach(one -> one.include(common));
    }

    public static Catalogue ofThisApplication() {
        return OF_THIS_APPLICATION;
    }

    /** The processes of the application. */
    public List<String> processes() {
        return entries.keySet().stream().filter(key -> !key.equals(EVERY)).toList();
    }

    /** What a process can use; one of somebody else's can use what all can. One that was renamed is known by its file. */
    public CatalogueEntry of(String process, String file) {
        CatalogueEntry byFile = entries.getOrDefault(file.replaceFirst("\\.bpmn$", ""), entry(EVERY));
        return entries.getOrDefault(process, byFile);
    }

    private CatalogueEntry entry(String key) {
        return Objects.requireNonNull(entries.get(key), key);
    }

    private static Catalogue read() {
        try (InputStream file = Catalogue.class.getResourceAsStream(FILE)) {
            byte[] content = Objects.requireNonNull(file, FILE).readAllBytes();
            return new Catalogue(
                    new String(content, StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
