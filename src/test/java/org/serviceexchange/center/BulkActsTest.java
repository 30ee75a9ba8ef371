package org.serviceexchange.center;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.serviceexchange.center.BulkActs.Line;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class BulkActsTest {

    private final List<String> done = new ArrayList<>();
    private final BulkActs acts = new BulkActs(
            List.of(new BulkAct(Side.PROVIDER, "cancel", this::obstacle, this::act)),
            List.of(),
            mock(RetryStoppedSteps.class));

    private Optional<LocalizedMessage> obstacle(String number) {
        return number.equals("closed") ? Optional.of(LocalizedMessage.of("center.bulk.unknown")) : Optional.empty();
    }

    private void act(String number, String user) {
        if (number.equals("refused")) {
            throw new Problem(ProblemCode.NOT_FOUND);
        }
        if (number.equals("broken")) {
            throw new IllegalStateException("on purpose");
        }
        done.add(number + " by " + user);
    }

    @Test
    void saysWhatWouldHappenAndDoesNothing() {
        assertThat(acts.preview(Side.PROVIDER, "cancel", List.of("one", "closed")))
                .containsExactly(new Line("one", null), new Line("closed", LocalizedMessage.of("center.bulk.unknown")));
        assertThat(done).isEmpty();
    }

    @Test
    void doesAllOthersWhenSomeAreRefusedOrFail() {
        assertThat(acts.carryOut(Side.PROVIDER, "cancel", List.of("refused", "one", "broken", "two"), "ada"))
                .containsExactly(
                        new Line("refused", LocalizedMessage.of("center.bulk.refused", "SX-9002")),
                        new Line("one", null),
                        new Line("broken", LocalizedMessage.of("center.bulk.failed")),
                        new Line("two", null));
        assertThat(done).containsExactly("one by ada", "two by ada");
    }

    @Test
    void knowsOnlyTheActsOfTheSide() {
        assertThat(acts.keys(Side.PROVIDER)).containsExactly("cancel");
        assertThatThrownBy(() -> acts.preview(Side.CONSUMER, "cancel", List.of("one")))
                .isInstanceOf(Problem.class);
    }
}
