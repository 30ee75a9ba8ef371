package org.serviceexchange.checker.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stories that were accepted for the shipped models; {@code -Dstories.write} accepts those of today. */
class AcceptedStoriesTest {

    private static final Path SHIPPED = Path.of("processes");

    /** What a change of a model does to the stories is read in the difference of these files. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "de"})
    void areThoseOfTheShippedModels(String tag) throws IOException {
        Locale language = Locale.forLanguageTag(tag);
        FolderStories stories = FolderStories.of(SHIPPED);
        AcceptedStories accepted = new AcceptedStories(SHIPPED);
        if (System.getProperty("stories.write") != null) {
            accepted.accept(stories, language);
        }
        assertThat(accepted.languages()).containsExactly(Locale.ENGLISH, Locale.GERMAN);
        Path file = SHIPPED.resolve(tag.equals("en") ? "stories.txt" : "stories.de.txt");
        assertThat(Files.readString(file)).isEqualTo(stories.text(language));
        assertThat(accepted.difference(stories, language))
                .hasValueSatisfying(none -> assertThat(none).isEmpty());
    }

    @Test
    void comeByEveryStepOfTheShippedModels() throws IOException {
        FolderStories stories = FolderStories.of(SHIPPED);
        assertThat(stories.untold()).isEmpty();
        assertThat(stories.never()).isEmpty();
        assertThat(stories.stories())
                .as("everything stands in a story of its own name")
                .noneMatch(story -> story.title().key().equals("story.title.way"))
                .allMatch(story -> story.impossible().isEmpty());
    }
}
