package org.serviceexchange.checker.story;

import java.util.List;
import java.util.Locale;
import org.serviceexchange.checker.CheckedStep;
import org.serviceexchange.checker.WayPicture;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;

/** The stories of a folder as one page (HTML), each whole and with its way coloured on both diagrams; it needs nothing from elsewhere. */
public final class StoryReport {

    private static final String STYLE = "body{font-family:sans-serif;margin:2em;max-width:80em}"
            + "svg{width:100%;border:1px solid #dadce0}ol>li{margin:.6em 0}ul{color:#3c4043}";

    private final FolderStories folder;
    private final Locale language;
    private final StringBuilder page = new StringBuilder();

    private StoryReport(FolderStories folder, Locale language) {
        this.folder = folder;
        this.language = language;
    }

    /** The page in one language. */
    public static String of(FolderStories folder, Locale language) {
        return new StoryReport(folder, language).page();
    }

    private String page() {
        String head = LocalizedMessage.of("story.head").in(language);
        page.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language.toLanguageTag())
                .append("\"><head><meta charset=\"utf-8\"><title>")
                .append(escaped(LocalizedMessage.of("story.report").in(language)))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body>\n");
        element("h1", LocalizedMessage.of("story.report").in(language));
        element("p", head);
        element("p", LocalizedMessage.of("story.report.colours").in(language));
        folder.stories().forEach(this::story);
        if (!folder.never().isEmpty()) {
            element("h2", LocalizedMessage.of("story.never").in(language));
            page.append("<ul>\n");
            folder.never().forEach(place -> element("li", place.in(language)));
            page.append("</ul>\n");
        }
        return page.append("</body></html>\n").toString();
    }

    private void story(Story story) {
        DrawnProcess registration = folder.drawn().get(0);
        DrawnProcess connection = folder.drawn().get(1);
        StoryText sentences = new StoryText(registration, connection, language);
        element("h2", story.title().in(language));
        page.append("<ol>\n");
        sentences.passages(story).forEach(this::passage);
        page.append("</ol>\n");
        sentences.end(story).forEach(line -> element("p", line));
        List<CheckedStep> way = story.passages().stream().map(StoryReport::step).toList();
        page.append(WayPicture.of(way, registration, connection, language));
    }

    private void passage(List<String> lines) {
        page.append("<li>")
                .append(escaped(lines.get(0).substring(StoryBook.STEP.length())))
                .append("<ul>\n");
        lines.subList(1, lines.size()).forEach(line -> element("li", line.strip()));
        page.append("</ul></li>\n");
    }

    private static CheckedStep step(Story.Passage passage) {
        return new CheckedStep(
                passage.side(),
                passage.said(),
                List.of(),
                places(passage, ConnectionSide.PROVIDER),
                places(passage, ConnectionSide.CONSUMER));
    }

    private static List<String> places(Story.Passage passage, ConnectionSide side) {
        return passage.legs().stream()
                .filter(leg -> leg.side() == side)
                .flatMap(leg -> leg.places().stream())
                .toList();
    }

    private void element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    /** Labels are what somebody drew. */
    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
