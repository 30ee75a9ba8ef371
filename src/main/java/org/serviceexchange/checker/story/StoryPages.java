package org.serviceexchange.checker.story;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.platform.message.LocalizedMessage;

/** Writes all stories of a folder; what a story has in common with an earlier one from its beginning is told once. */
final class StoryPages {

    private final FolderStories folder;
    private final Locale language;
    private final StringBuilder text = new StringBuilder();
    private final ToldStories told = new ToldStories();

    StoryPages(FolderStories folder, Locale language) {
        this.folder = folder;
        this.language = language;
    }

    String text() {
        line(say("story.head"));
        StoryText sentences =
                new StoryText(folder.drawn().get(0), folder.drawn().get(1), language);
        for (Story story : folder.stories()) {
            String title = told.titled(story.title().in(language));
            List<List<String>> passages = sentences.passages(story);
            line("");
            line(StoryBook.TITLE + title);
            tell(passages);
            sentences.end(story).forEach(this::line);
            told.add(title, passages);
        }
        if (!folder.never().isEmpty()) {
            line("");
            line(StoryBook.TITLE + say("story.never"));
            folder.never().forEach(place -> line(StoryBook.STEP + place.in(language)));
        }
        return text.toString();
    }

    private void tell(List<List<String>> passages) {
        ToldStories.Common beginning = told.beginning(passages);
        if (beginning.passages() > 0) {
            line(StoryBook.LIKE
                    + say("story.beginsLike", beginning.title(), first(passages.get(beginning.passages() - 1))));
        }
        List<List<String>> rest = passages.subList(beginning.passages(), passages.size());
        ToldStories.Common ending = told.ending(rest);
        List<List<String>> own = rest.subList(0, rest.size() - ending.passages());
        own.forEach(passage -> passage.forEach(this::line));
        if (ending.passages() > 0) {
            line(StoryBook.LIKE + say("story.goesOnLike", ending.title(), first(rest.get(own.size()))));
        }
    }

    private static String first(List<String> passage) {
        return passage.get(0).substring(StoryBook.STEP.length());
    }

    private String say(String key, Object... arguments) {
        return LocalizedMessage.of(key, arguments).in(language);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
