package org.serviceexchange.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.junit.jupiter.api.Test;
import org.serviceexchange.platform.message.LocalizedMessage;
import org.serviceexchange.platform.problem.Problem;
import org.serviceexchange.platform.problem.ProblemCode;

class StoppedTest {

    @Test
    void saysWhatAFailureBehindThatOfTheEngineExplains() {
        Problem problem = new Problem(ProblemCode.PEER_UNREACHABLE, "peer");
        assertThat(Stopped.why(new ProcessEngineException("couldn't complete", problem)))
                .isEqualTo(LocalizedMessage.of(
                        "rehearsal.failed", problem.finding().cause()));
    }

    @Test
    void saysWhatLiesAtTheBottomOfAnyOther() {
        assertThat(Stopped.why(new UncheckedIOException(new IOException("no answer"))))
                .isEqualTo(LocalizedMessage.of("rehearsal.failed", "java.io.IOException: no answer"));
        assertThat(Stopped.why(new IllegalStateException("alone")))
                .isEqualTo(LocalizedMessage.of("rehearsal.failed", "java.lang.IllegalStateException: alone"));
    }

    @Test
    void saysWhatIsNotPossibleInItsOwnWords() {
        LocalizedMessage why = LocalizedMessage.of("rehearsal.noLink");
        assertThat(Stopped.why(new NotPossible(why))).isEqualTo(why);
    }
}
