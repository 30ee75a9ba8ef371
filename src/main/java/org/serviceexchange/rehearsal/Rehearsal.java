package org.serviceexchange.rehearsal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.serviceexchange.checker.model.DrawnFolder;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.story.FolderStories;
import org.serviceexchange.checker.story.Story;
import org.serviceexchange.platform.rulebook.ProcessFolder;

/** Plays the stories that models tell on a real provider and a real consumer, and lives through two weeks with them. */
public final class Rehearsal {

    /** Between two checks of what failed; an instance checks more often, which would only take time here. */
    static final Duration RECHECK = Duration.ofHours(12);

    /** How long an instance is lived with. */
    public static final int DAYS = 14;

    private static final String LIFE = "connection-life";

    private Rehearsal() {}

    /** Rehearses the models of a folder; those that an instance would not deploy are not played. */
    public static Rehearsed of(Path folder) throws IOException {
        FolderStories told = FolderStories.of(folder);
        if (!told.untold().isEmpty()) {
            return new Rehearsed(told.untold(), List.of(), null, List.of());
        }
        Map<String, DrawnProcess> drawn = new HashMap<>();
        told.drawn().forEach(process -> drawn.put(process.id(), process));
        DrawnFolder.read(folder).process(LIFE).ifPresent(life -> drawn.put(LIFE, life));
        try (RehearsedPair pair = new RehearsedPair(ProcessFolder.of(folder).files())) {
            return played(pair, told, drawn);
        }
    }

    /** The two weeks come behind the first story, while one connection lives. */
    private static Rehearsed played(RehearsedPair pair, FolderStories told, Map<String, DrawnProcess> drawn) {
        Cast cast = new Cast(pair);
        List<PlayedStory> stories = new ArrayList<>();
        PlayedDays days = null;
        for (Story story : told.stories()) {
            StoryPlay play = new StoryPlay(
                    pair, cast, story, told.drawn().get(0), told.drawn().get(1));
            stories.add(play.play());
            if (days == null) {
                days = new TwoWeeks(pair, cast, play.ofWhom(), drawn).play(cast);
            }
        }
        return new Rehearsed(List.of(), List.copyOf(stories), days, told.drawn());
    }
}
