package org.serviceexchange.rehearsal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TimeZone;
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
        // As an instance that starts does
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        SortedMap<String, byte[]> models = ProcessFolder.of(folder).files();
        try (RehearsedPair pair = new RehearsedPair(
                (side, home, clock, witness) -> RehearsedSide.start(side, freePort(), home, models, clock, witness))) {
            return played(pair, told, drawn);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
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
