package org.serviceexchange.checker.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.serviceexchange.platform.message.Languages;

/**
 * The stories that people have accepted for the models of a folder: a file of the folder for each language, {@code stories.txt} for
 * {@link Languages#DEFAULT} and otherwise such as {@code stories.de.txt}. Instances do not read it.
 */
public final class AcceptedStories {

    private final Path folder;

    /** Those of a folder. */
    public AcceptedStories(Path folder) {
        this.folder = folder;
    }

    /** The languages in which there are any. */
    public List<Locale> languages() {
        return Languages.OFFERED.stream()
                .filter(language -> Files.isRegularFile(file(language)))
                .toList();
    }

    /** Accepts stories as they are, and returns the file in which they stand now. */
    public Path accept(FolderStories stories, Locale language) throws IOException {
        return Files.writeString(file(language), stories.text(language));
    }

    /** What differs from the accepted ones, a sentence each; empty if nothing does, absent if none were accepted in this language. */
    public Optional<List<Difference>> difference(FolderStories stories, Locale language) throws IOException {
        Path file = file(language);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        StoryBook accepted = StoryBook.read(Files.readString(file));
        return Optional.of(StoryDifference.between(accepted, StoryBook.read(stories.text(language))));
    }

    private Path file(Locale language) {
        String tag = language.equals(Languages.DEFAULT) ? "" : "." + language.toLanguageTag();
        return folder.resolve("stories" + tag + ".txt");
    }
}
