package org.serviceexchange.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.serviceexchange.checker.model.DrawnProcess;
import org.serviceexchange.checker.pair.PairState;
import org.serviceexchange.checker.story.Story;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.web.RehearsedPerson;

class StoryPlayTest {

    @Test
    void aFailureThatNobodyForesawStopsItsStoryOnly() {
        Problem problem = new Problem(ProblemCode.PEER_UNREACHABLE, "peer");
        RehearsedPair pair = mock(RETURNS_DEEP_STUBS);
        when(pair.witness()).thenReturn(new Witness());
        when(pair.now()).thenReturn(Instant.EPOCH);
        Cast cast = mock();
        when(cast.newContact()).thenReturn(new Cast.Contact("contact.1", "CMP0001001"));
        RehearsedPerson admin = mock();
        when(admin.open(any())).thenThrow(new IllegalStateException("engine", problem));
        when(cast.admin(any(), any())).thenReturn(admin);
        LocalizedMessage order = LocalizedMessage.of("checker.act.order");
        Story story = new Story(
                LocalizedMessage.of("story.title"),
                List.of(new Story.Passage(ConnectionSide.PROVIDER, order, List.of(), PairState.initial())),
                List.of());
        DrawnProcess nothing = mock();
        PlayedStory played = new StoryPlay(pair, cast, story, nothing, nothing).play();
        assertThat(played.why())
                .containsExactly(
                        LocalizedMessage.of("rehearsal.stopped", order),
                        LocalizedMessage.of(
                                "rehearsal.failed", problem.finding().cause()));
    }
}
