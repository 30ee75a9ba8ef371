package org.serviceexchange.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;
import org.serviceexchange.protocol.wire.ConnectionSide;
import org.serviceexchange.rehearsal.engine.PendingJob;
import org.serviceexchange.rehearsal.engine.RehearsedEngine;

class RehearsedPairTest {

    private final RehearsedSide provider = mock(RETURNS_DEEP_STUBS);
    private final RehearsedSide consumer = mock(RETURNS_DEEP_STUBS);

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
        RehearsedEngine engine = consumer.engine();
        Mockito.doAnswer(hop -> when(engine.due()).thenReturn(List.of(answered), List.of()))
                .doNothing()
                .when(provider)
                .awaitQuestions();
        when(engine.exists("job")).thenReturn(true);
        try (RehearsedPair pair = new RehearsedPair(
                (side, home, clock, witness) -> side == ConnectionSide.PROVIDER ? provider : consumer)) {
            pair.settle(job -> false);
        }
        verify(engine).execute(answered);
    }
}
