package org.serviceexchange.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.serviceexchange.checker.CheckedStep;
import org.serviceexchange.checker.WayPicture;
import org.serviceexchange.checker.story.Story;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.engine.PassedStep;

/** A rehearsal as one page (HTML) that needs nothing from elsewhere: each story with its times, its e-mails and its way. */
public final class RehearsalReport {

    private static final String STORY = "story-";
    private static final String DAYS = "days";

    private final Rehearsed rehearsed;
    private final Locale language;
    private final HtmlPage page;

    private RehearsalReport(Rehearsed rehearsed, Locale language) {
        this.rehearsed = rehearsed;
        this.language = language;
        page = new HtmlPage(language, text("rehearsal.report"));
    }

    /** The page in one language. */
    public static String of(Rehearsed rehearsed, Locale language) {
        return new RehearsalReport(rehearsed, language).page();
    }

    private String page() {
        page.element("p", text("rehearsal.report.what"));
        contents();
        for (int i = 0; i < rehearsed.stories().size(); i++) {
            story(i, rehearsed.stories().get(i));
        }
        PlayedDays days = rehearsed.days();
        if (days != null) {
            days(days);
        }
        return page.whole();
    }

    private void contents() {
        page.raw("<table>\n");
        page.row(
                "th", text("rehearsal.report.story"), text("rehearsal.report.result"), text("rehearsal.report.lasted"));
        for (int i = 0; i < rehearsed.stories().size(); i++) {
            PlayedStory story = rehearsed.stories().get(i);
            page.raw("<tr><td>")
                    .link(STORY + i, story.told().title().in(language))
                    .raw("</td>")
                    .element("td", result(story))
                    .element("td", time(story.from(), story.until()))
                    .raw("</tr>\n");
        }
        page.raw("</table>\n<p>")
                .link(DAYS, text("rehearsal.days", Rehearsal.DAYS))
                .raw("</p>\n");
    }

    private String result(PlayedStory story) {
        return text(story.asTold() ? "rehearsal.asTold" : "rehearsal.otherwise");
    }

    private void story(int number, PlayedStory story) {
        page.heading(STORY + number, story.told().title().in(language));
        if (story.asTold()) {
            page.element("p", result(story));
        } else {
            page.raw("<ul class=\"otherwise\">\n");
            story.why().forEach(why -> page.element("li", why.in(language)));
            page.raw("</ul>\n");
        }
        page.raw("<ol>\n");
        story.told().passages().stream()
                .limit(story.played() + (story.asTold() ? 0L : 1L))
                .forEach(passage -> page.element("li", said(passage)));
        page.raw("</ol>\n");
        steps(story);
        mails(story);
        page.raw(WayPicture.of(
                way(story), rehearsed.drawn().get(0), rehearsed.drawn().get(1), language));
    }

    private String said(Story.Passage passage) {
        return text("story.step", LocalizedMessage.of("checker.side." + passage.side()), passage.said());
    }

    /** Where something was waited for, and who was to act. */
    private void steps(PlayedStory story) {
        page.raw("<table>\n");
        page.row(
                "th",
                text("rehearsal.report.when"),
                text("rehearsal.report.step"),
                text("rehearsal.report.lasted"),
                text("rehearsal.report.who"));
        for (StepStays.Stay stay : StepStays.of(story, rehearsed.drawn())) {
            page.row(
                    "td",
                    time(story.from(), stay.from()),
                    text("story.step", LocalizedMessage.of("checker.side." + stay.side()), stay.label()),
                    time(stay.from(), stay.until()),
                    stay.people());
        }
        page.raw("</table>\n");
    }

    private void mails(PlayedStory story) {
        if (story.mails().isEmpty()) {
            return;
        }
        page.raw("<table>\n");
        page.row("th", text("rehearsal.report.when"), text("rehearsal.report.mails"));
        story.mails()
                .forEach(mail -> page.row(
                        "td",
                        time(story.from(), mail.at()),
                        text(
                                "rehearsal.mail",
                                LocalizedMessage.of("checker.side." + mail.side()),
                                mail.to(),
                                mail.subject())));
        page.raw("</table>\n");
    }

    private void days(PlayedDays days) {
        page.heading(DAYS, text("rehearsal.days", Rehearsal.DAYS));
        page.element("p", text("rehearsal.days.what"));
        page.raw("<ul class=\"otherwise\">\n");
        days.missed().forEach(missed -> page.element("li", missed.in(language)));
        page.raw("</ul>\n<table>\n");
        page.row("th", text("rehearsal.report.when"), text("rehearsal.report.happened"));
        days.happened()
                .forEach(event -> page.row(
                        "td", time(days.from(), event.at()), event.what().in(language)));
        page.raw("</table>\n");
    }

    /** Red is where it came by last. */
    private static List<CheckedStep> way(PlayedStory story) {
        List<CheckedStep> way = new ArrayList<>();
        for (PassedStep step : story.steps()) {
            List<String> place = List.of(step.element());
            boolean provider = step.side() == ConnectionSide.PROVIDER;
            way.add(new CheckedStep(
                    step.side(),
                    story.told().title(),
                    List.of(),
                    provider ? place : List.of(),
                    provider ? List.of() : place));
        }
        return way;
    }

    private String time(Instant from, Instant at) {
        Duration time = Duration.between(from, at);
        return text(
                "rehearsal.time",
                time.toDays(),
                String.format(Locale.ROOT, "%02d:%02d", time.toHoursPart(), time.toMinutesPart()));
    }

    private String text(String key, Object... arguments) {
        return LocalizedMessage.of(key, arguments).in(language);
    }
}
