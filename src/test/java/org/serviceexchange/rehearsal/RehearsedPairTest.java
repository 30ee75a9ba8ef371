package org.serviceexchange.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.engine.PendingJob;
import org.serviceexchange.rehearsal.engine.RehearsedEngine;

class RehearsedPairTest {

    private final RehearsedSide provider = mock();
    private final RehearsedSide consumer = mock();

    @Test
    void stopsTheFirstSideAgainWhenTheSecondDoesNotStart() {
        List<Path> homes = new ArrayList<>();
        RuntimeException refused = new IllegalStateException("port in use");
        assertThatThrownBy(() -> new RehearsedPair((side, home, clock, witness) -> {
                    homes.add(home);
                    if (side == ConnectionSide.CONSUMER) {
                        throw refused;
                    }
                    return provider;
                }))
                .isSameAs(refused);
        verify(provider).close();
        assertThat(homes).hasSize(2).noneMatch(home -> home.toFile().exists());
    }

    @Test
    void doesWhatTheAnswerToAQuestionMakesDueBeforeItIsSettled() throws IOException {
        PendingJob answered = new PendingJob("job", "case", "step", Instant.EPOCH);
        AtomicInteger questions = new AtomicInteger();
        doAnswer(asked -> questions.incrementAndGet()).when(provider).awaitQuestions();
        RehearsedEngine atRest = mock();
        when(provider.engine()).thenReturn(atRest);
        RehearsedEngine engine = mock();
        when(consumer.engine()).thenReturn(engine);
        // The answer to the second question changes something
        when(engine.due()).thenAnswer(asked -> questions.compareAndSet(2, 100) ? List.of(answered) : List.of());
        when(engine.exists("job")).thenReturn(true);
        try (RehearsedPair pair = new RehearsedPair(
                (side, home, clock, witness) -> side == ConnectionSide.PROVIDER ? provider : consumer)) {
            pair.settle(job -> false);
        }
        verify(engine).execute(answered);
    }
}
